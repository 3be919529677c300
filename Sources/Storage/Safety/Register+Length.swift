import Foundation

extension Register {
  /// SQLite reads a file that was cut off until it comes to the pages that are gone.
  ///
  /// To be asked of a file that no program writes to.
  /// - Throws: `RegisterError.cutOff`.
  static func requireWholeLength(ofFile path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw RegisterError.refused(path: path, code: errno)
    }
    defer { try? file.close() }
    let header = Array(try file.read(upToCount: 100) ?? Data())
    func number(at offset: Int, _ count: Int) -> Int {
      header.dropFirst(offset).prefix(count).reduce(0) { $0 << 8 | Int($1) }
    }
    // "Database File Format" 1.3: a page of 65,536 bytes is written as 1, and the number of pages is right
    // where the change counter is the version for which it was written.
    let page = number(at: 16, 2) == 1 ? 65_536 : number(at: 16, 2)
    guard number(at: 24, 4) == number(at: 92, 4) else { return }
    let whole = number(at: 28, 4) * page
    let bytes = Int(try file.seekToEnd())
    guard bytes >= whole else {
      throw RegisterError.cutOff(path: path, bytes: bytes, whole: whole)
    }
  }
}
