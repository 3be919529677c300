import Commands
import Foundation

@main
enum Lantoa {
  static func main() async {
    // A full disk, or a file-size limit, is an error to report, not a reason to die.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(await Launch.run(arguments, in: .live))
  }
}
