/// What must not stand in a file of keys and values, whatever they mean.
enum YAMLChecks {
  static func run(_ file: SourceFile) -> [Diagnostic] {
    let bytes = file.bytes.withoutByteOrderMark
    guard bytes.count <= SourceFile.sizeLimit, String(validating: bytes, as: UTF8.self) != nil
    else { return [] }
    let text = MarkdownText(bytes: bytes)
    var findings = ManuscriptFindings(path: file.path)
    SourceChecks.checkPasted(text, yamlLines: text.lines.indices, findings: &findings)
    SourceChecks.checkComposed(text, findings: &findings)
    return findings.diagnostics(in: text)
  }
}
