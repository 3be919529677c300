import Courseware
import Foundation
import TestSupport
import Testing

struct CheckCatalogueTests {
  @Test func `the catalogue of checks has every rule with its severity`() throws {
    let text = try String(
      contentsOfFile: LantoaProcess.checkout + "/docs/checks.md", encoding: .utf8)
    for rule in Diagnostic.Rule.allCases {
      let severity = rule.severity == .todo ? "to-do" : rule.severity.rawValue
      #expect(text.contains("| `\(rule.rawValue)` | \(severity) |"), "run make docs")
    }
    #expect(
      text.split(separator: "\n").count { $0.hasPrefix("| `") } == Diagnostic.Rule.allCases.count)
  }
}
