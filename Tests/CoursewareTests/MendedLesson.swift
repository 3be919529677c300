import Courseware
import Testing

/// What becomes of the first lesson of the sample with this text.
func mended(
  _ whole: String, with more: [String: [UInt8]] = [:], used: [String: Set<String>] = [:]
) throws -> String {
  let library = try LessonSample.library(Array(whole.utf8), with: more, usedIDs: used)
  let repair = library.repairs.first { $0.path.hasSuffix(LessonSample.path) }
  return String(decoding: repair?.after ?? Array(whole.utf8), as: UTF8.self)
}

func expect(
  _ before: String, becomes after: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let found = try mended(LessonSample.front + before)
  #expect(
    Array(found.utf8) == Array((LessonSample.front + after).utf8), sourceLocation: sourceLocation)
}
