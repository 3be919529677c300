import Commands
import Foundation

@main
enum Lantoa {
  static func main() async {
    // A full disk, or a file-size limit, is an error to report, not a reason to die.
    signal(SIGXFSZ, SIG_IGN)
    exit(await Launch.run(bytes: arguments, in: .live))
  }

  /// As the system gives them: `CommandLine.arguments` has replaced what is not UTF-8.
  private static var arguments: [[UInt8]] {
    UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc)).dropFirst()
      .compactMap { pointer in
        pointer.map { [UInt8](Data(bytes: $0, count: strlen($0))) }
      }
  }
}
