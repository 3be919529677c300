import Courseware
import Domain
import Foundation
import Intake
import Tabular

/// What a new register is founded on: places from a folder, courses and programme from the share.
struct FoundingFiles {
  let places: FoundingPlaces
  let curriculum: Curriculum

  /// The folder of places is looked for here as typed, then in the share folder.
  /// - Throws: `Failure` naming file, line and value, and every finding of the course files.
  init(places typed: String, share: String, in workspace: Workspace) throws {
    places = try Self.readPlaces(typed, share: share, in: workspace)
    curriculum = try Curriculum.read(folder: share + "/courses")
    guard !curriculum.hasErrors, curriculum.programme != nil else {
      let findings = curriculum.diagnostics.map { $0.description(Language.current.rawValue) }
        .joined(separator: "\n")
      throw Failure(
        vi: "khóa học trong \(share)/courses có lỗi:\n\(findings)",
        en: "the courses in \(share)/courses have errors:\n\(findings)")
    }
  }

  private static func readPlaces(
    _ typed: String, share: String, in workspace: Workspace
  ) throws -> FoundingPlaces {
    let folders = [workspace.path(typed), (share as NSString).appendingPathComponent(typed)]
    guard
      let folder = folders.first(where: {
        FileManager.default.fileExists(atPath: $0 + "/" + PlacesFiles.names[0])
      })
    else {
      throw Failure(
        vi:
          "\(folders[0]): không có \(PlacesFiles.names[0]). Chỉ thư mục xã, phường bằng --places, ví "
          + "dụ content/data/hue.",
        en:
          "\(folders[0]): there is no \(PlacesFiles.names[0]). Name the folder of places by --places, "
          + "for example content/data/hue.")
    }
    var bytes: [String: [UInt8]] = [:]
    for name in PlacesFiles.names {
      bytes[name] = try InputFile.bytes(folder + "/" + name, in: workspace)
    }
    do throws(PlacesError) {
      return try FoundingPlaces(files: PlacesFiles(bytes: bytes))
    } catch {
      throw Failure(
        vi: "\(folder)/\(error.message)", en: "\(folder)/\(error.message)")
    }
  }
}
