import ArgumentParser
import Foundation
import Preview

struct SitePreview: LongVerb {
  static var configuration: CommandConfiguration {
    describe(
      "preview",
      say(
        vi: "Mở trang thử trên máy này; lưu tệp là trang tự tải lại.",
        en: "Serve the site to a browser here; saving a file loads the page anew."),
      examples: ["lantoa site preview", "lantoa site preview --lan"],
      discussion: say(
        vi:
          "Có cả bài nháp, và mỗi trang cho thấy chỗ hỏng ở cuối. Không ghi gì vào thư mục nào. Dừng "
          + "bằng Ctrl-C.",
        en:
          "Drafts are shown too, and each page says at its end what is wrong. Nothing is written to "
          + "any folder. Stop it with Ctrl-C."))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var sources: SiteSources
  @OptionGroup var design: SiteDesign

  @Flag(
    help: ArgumentHelp(
      say(
        vi: "Cho cả điện thoại trong cùng mạng xem, bằng địa chỉ có mã dùng cho lần chạy này.",
        en: "Also for phones on the same network, by an address with a code for this run.")))
  var lan = false

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Cổng; mặc định là 8080, bận thì cổng trống kế tiếp.",
        en: "The port; by default 8080, or the next that is free."),
      valueName: "number"))
  var port: Int?

  func validate() throws {
    guard let port, !(0...65_535).contains(port) else { return }
    throw ValidationError(
      say(vi: "--port phải từ 0 đến 65535.", en: "--port must be 0 to 65535."))
  }

  func run(in workspace: Workspace) async throws {
    var room = PreviewRoom(global, sources, design, in: workspace)
    let folders = try sources.folders(global, in: workspace)
    let watch = FolderWatch(
      [folders.courses, folders.content, design.templates.map(workspace.path)]
        .compactMap(\.self))
    let first = try room.edition(saved: [])
    let board = PreviewBoard(first.0)
    var random = workspace.random
    let code = lan ? AccessCode.draw(using: &random) : nil
    try await withThrowingTaskGroup { group in
      group.addTask { try await serve(board, code: code, in: workspace) }
      // Where the server cannot begin, or ends, so does the watch.
      group.addTask { [watch, room] in
        var (watch, room) = (watch, room)
        while true {
          let saved = try await watch.changes()
          await renew(board, in: &room, saved: saved, workspace: workspace)
        }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func renew(
    _ board: PreviewBoard, in room: inout PreviewRoom, saved: Set<String>, workspace: Workspace
  ) async {
    let clock = ContinuousClock()
    let start = clock.now
    do {
      let (edition, errors) = try room.edition(saved: saved)
      await board.put(up: edition)
      let taken = Int((clock.now - start) / .milliseconds(1))
      workspace.remark(
        say(
          vi: "Đã làm lại sau \(taken) ms: \(Spoken.count(errors)) lỗi.",
          en: "Made anew in \(taken) ms: \(Spoken.count(errors, "error", "errors"))."))
    } catch {
      // The last edition stays; the next save may mend it.
      workspace.tell((error as? Failure)?.message ?? "\(error)")
    }
  }

  private func serve(
    _ board: PreviewBoard, code: String?, in workspace: Workspace
  ) async throws {
    let reach = code.map { PreviewServer.Reach.network(code: $0) } ?? .machine
    let ports = port.map { $0...$0 } ?? 8080...8100
    for candidate in ports {
      do {
        return try await PreviewServer(board, reach: reach, port: candidate).run { port in
          tell(port: port, code: code, in: workspace)
        }
      } catch let error as PreviewServer.PortTaken {
        guard candidate < ports.upperBound else { throw taken(error.port) }
      }
    }
  }

  private func tell(port: Int, code: String?, in workspace: Workspace) {
    let query = code.map { "?code=\($0)" } ?? ""
    for host in ["127.0.0.1"] + (lan ? PreviewServer.networkAddresses : []) {
      workspace.output("http://\(host):\(port)/\(query)\n")
    }
    workspace.remark(
      say(
        vi: "Mở địa chỉ trên bằng trình duyệt. Lưu tệp là trang tự tải lại. Dừng: Ctrl-C.",
        en: "Open the address above in a browser. Saving a file reloads the page. Stop: Ctrl-C."))
    if lan {
      workspace.remark(
        say(
          vi: "Ai trong mạng có địa chỉ kèm mã đều xem được, kể cả bài nháp, đến khi dừng.",
          en: "Whoever on the network has the address with its code can read it, drafts too, until "
            + "it is stopped."))
    }
  }

  private func taken(_ port: Int) -> Failure {
    Failure(
      vi: "Cổng \(port) đang có chương trình khác dùng. Chọn cổng khác: --port \(port + 1)",
      en: "Port \(port) is in use by another program. Choose another: --port \(port + 1)")
  }
}
