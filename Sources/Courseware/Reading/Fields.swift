import Domain

/// The keys of one mapping, checked against those its place knows.
struct Fields {
  let position: SourcePosition
  private let entries: [String: SourceTree]

  /// Reports keys that are missing or unknown; nil where `tree` is no mapping at all.
  ///
  /// `name` is the key whose value `tree` is, or the list it is an item of; nil for the file
  /// itself.
  init?(
    _ tree: SourceTree, name: String?, required: [String], optional: [String] = [],
    findings: inout Findings
  ) {
    guard case .mapping(let entries) = tree.content else {
      findings.reportType(of: tree, name: name, expected: .mapping)
      return nil
    }
    position = tree.position
    self.entries = Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }

    let known = required + optional
    let present = Set(entries.map(\.key))
    let absent = known.filter { !present.contains($0) }
    for entry in entries where !known.contains(entry.key) {
      findings.reportUnknownKey(entry, nearest: NearestName.nearest(to: entry.key, among: absent))
    }
    for key in required where !present.contains(key) {
      findings.reportMissingKey(key, at: tree.position)
    }
  }

  subscript(key: String) -> SourceTree? { entries[key] }

  /// The text under `key`, composed; nil where it is absent, or reported as something else.
  func text(_ key: String, findings: inout Findings) -> String? {
    entries[key]?.text(name: key, findings: &findings)
  }

  func wholeNumber(_ key: String, findings: inout Findings) -> Int? {
    entries[key]?.wholeNumber(name: key, findings: &findings)
  }

  func slug(_ key: String, findings: inout Findings) -> String? {
    entries[key]?.slug(name: key, findings: &findings)
  }

  /// The values of the list under `key`; empty where the key is absent.
  ///
  /// Items of the wrong type are reported and left out.
  func texts(_ key: String, findings: inout Findings) -> [String] {
    guard let items = entries[key]?.list(name: key, findings: &findings) else { return [] }
    return items.compactMap { $0.text(name: key, isItem: true, findings: &findings) }
  }

  /// The items of the list under `key`, which must have some.
  func items(_ key: String, findings: inout Findings) -> [SourceTree]? {
    guard let tree = entries[key] else { return nil }
    return tree.items(name: key, findings: &findings)
  }

  /// The value of a closed list under `key`.
  func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Value.Type = Value.self, findings: inout Findings
  ) -> Value? {
    guard let tree = entries[key], let text = tree.text(name: key, findings: &findings) else {
      return nil
    }
    guard let value = Value(rawValue: text) else {
      findings.reportUnknownValue(
        text, name: key, at: tree.position, allowed: Value.allCases.map(\.rawValue))
      return nil
    }
    return value
  }

  /// The texts by language under `key`, Vietnamese among them.
  func titles(_ key: String, findings: inout Findings) -> Titles? {
    guard let tree = entries[key] else { return nil }
    guard case .mapping(let entries) = tree.content else {
      findings.reportType(of: tree, name: key, expected: .titles)
      return nil
    }
    var byLanguage: [String: String] = [:]
    for entry in entries {
      byLanguage[entry.key] = entry.value.text(name: "\(key).\(entry.key)", findings: &findings)
    }
    guard entries.contains(where: { $0.key == "vi" }) else {
      findings.report(
        .titleWithoutVietnamese, at: tree.position,
        Words(vi: "'\(key)' phải có tiếng Việt (vi)", en: "'\(key)' must have Vietnamese (vi)"),
        fix: Words(vi: "Thêm vi: \"…\".", en: "Add vi: \"…\"."))
      return nil
    }
    return Titles(byLanguage)
  }

  /// A version under `version`: 1 or more.
  func version(findings: inout Findings) -> Int? {
    guard let tree = entries["version"],
      let version = tree.wholeNumber(name: "version", findings: &findings)
    else { return nil }
    guard version >= 1 else {
      findings.report(
        .versionNotPositive, at: tree.position,
        Words(
          vi: "'version' phải là số nguyên từ 1 trở lên, không phải \(version)",
          en: "'version' must be 1 or more, not \(version)"),
        fix: Words(
          vi: "Viết version: 1, rồi tăng thêm 1 mỗi lần công bố.",
          en: "Write version: 1, and count up with each publication."))
      return nil
    }
    return version
  }

  /// Whether the file is written in the format that this program reads, which `schema` names.
  func hasKnownSchema(findings: inout Findings) -> Bool {
    guard let tree = entries["schema"],
      let schema = tree.wholeNumber(name: "schema", findings: &findings)
    else { return false }
    guard schema == 1 else {
      findings.report(
        .unknownSchema, at: tree.position,
        Words(
          vi: "'schema' phải là 1, không phải \(schema)", en: "'schema' must be 1, not \(schema)"),
        fix: Words(
          vi: "Viết schema: 1; nếu tệp do bản lantoa mới hơn tạo ra, hãy cập nhật lantoa.",
          en: "Write schema: 1, or update lantoa if a newer one made this file."))
      return false
    }
    return true
  }
}
