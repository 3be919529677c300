import Foundation

/// How often a test that draws its troubles at random repeats them: in full by `make torture`, a tenth of
/// it in `make test`.
package enum Torture {
  private static let isWhole = ProcessInfo.processInfo.environment["LANTOA_TORTURE"] == "1"

  package static func times(_ whole: Int) -> Int { isWhole ? whole : whole / 10 }
}
