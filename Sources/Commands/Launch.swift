import ArgumentParser
import Domain
import Foundation
import Storage

/// Runs one command line, and says what went wrong in one place.
package enum Launch {
  /// Gives the exit code: 0 done, 1 failed, 64 not understood.
  package static func run(_ arguments: [String], in workspace: Workspace) async -> Int32 {
    let language =
      Language.chosen(arguments: arguments, environment: workspace.environment)
      ?? settledLanguage(arguments, in: workspace)
      ?? Language.ofSystem(environment: workspace.environment)
    var workspace = workspace
    workspace.isQuiet = arguments.contains { $0 == "--quiet" || $0 == "-q" }
    return await Language.$current.withValue(language) {
      await Workspace.$current.withValue(workspace) {
        await run(arguments)
      }
    }
  }

  /// The same for arguments as the system gives them, which may not be text.
  package static func run(bytes arguments: [[UInt8]], in workspace: Workspace) async -> Int32 {
    let texts = arguments.map { String(decoding: $0, as: UTF8.self) }
    guard
      let place = arguments.indices.first(where: { !texts[$0].utf8.elementsEqual(arguments[$0]) })
    else { return await run(texts, in: workspace) }
    let language =
      Language.chosen(arguments: texts, environment: workspace.environment)
      ?? Language.ofSystem(environment: workspace.environment)
    return Language.$current.withValue(language) {
      Workspace.$current.withValue(workspace) {
        fail(Arguments.notText(texts, at: place).message, code: 64, quoting: texts)
      }
    }
  }

  private static func run(_ arguments: [String]) async -> Int32 {
    let workspace = Workspace.current
    // What a message may quote.
    let typed = arguments + workspace.environment.filter { $0.key.hasPrefix("LANTOA_") }.values
    do {
      let arguments = Arguments.globalsLast(arguments)
      if let unknown = UnknownCommand(arguments) { throw unknown.error }
      var command = try Root.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return 0
    } catch let error as UsageError {
      return fail(error.message, code: 64, quoting: typed)
    } catch let error as Failure {
      return fail(error.message, code: 1, quoting: typed)
    } catch let error as RegisterError {
      return fail(error.message, code: 1, quoting: typed)
    } catch let error as RecordError {
      return fail(error.message, code: 1, quoting: typed)
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      let code = Root.exitCode(for: error).rawValue
      if code == 0 {
        workspace.output(Root.fullMessage(for: error) + "\n")
      } else {
        workspace.tell(Quotation(of: typed, in: workspace).tamed(ParserWords.told(of: error)))
      }
      return code
    }
  }

  private static func fail(
    _ message: String, code: Int32, quoting typed: [String]
  ) -> Int32 {
    let workspace = Workspace.current
    workspace.tell(
      say(vi: "Lỗi: ", en: "Error: ") + Quotation(of: typed, in: workspace).tamed(message))
    return code
  }

  /// The language that the register remembers, where one lies at hand.
  private static func settledLanguage(
    _ arguments: [String], in workspace: Workspace
  ) -> Language? {
    let path = RegisterLocation.existing(
      Arguments.value(of: "--db", in: arguments), in: workspace)
    return Register.peek(.language, at: path).flatMap(Language.init)
  }
}

/// Looks at arguments before they are parsed, for what help itself depends on.
enum Arguments {
  /// The arguments with those options behind that every verb understands and somebody put before it:
  /// `lantoa --lang vi unit list`, `lantoa unit --lang vi list`. Without a verb nothing needs them.
  static func globalsLast(_ arguments: [String]) -> [String] {
    var (words, globals, rest) = ([String](), [String](), arguments[...])
    var command: (any ParsableCommand.Type)? = Root.self
    while let group = command, !group.configuration.subcommands.isEmpty {
      globals += leadingGlobals(&rest)
      guard let word = rest.first, !word.hasPrefix("-") else { return words + rest }
      words.append(word)
      rest.removeFirst()
      command = group.subcommand(word)
    }
    return words + rest + globals
  }

  /// Takes the options that every verb understands from the front.
  private static func leadingGlobals(_ rest: inout ArraySlice<String>) -> [String] {
    var leading: [String] = []
    while let first = rest.first {
      let isJoined = ["--db=", "--as=", "--lang=", "--share="].contains { first.hasPrefix($0) }
      let takesValue = ["--db", "--as", "--lang", "--share"].contains(first) && rest.count > 1
      guard isJoined || takesValue || ["--quiet", "-q"].contains(first) else { break }
      leading += rest.prefix(takesValue ? 2 : 1)
      rest = rest.dropFirst(takesValue ? 2 : 1)
    }
    return leading
  }

  /// What is said of an argument that is not UTF-8, by its place behind the program's name.
  static func notText(_ arguments: [String], at place: Int) -> UsageError {
    UsageError(
      vi:
        "chữ thứ \(place + 1) trên dòng lệnh, “\(arguments[place])”, không phải UTF-8: cửa sổ dòng lệnh "
        + "đang dùng bảng mã khác. Đặt bảng mã của nó là UTF-8 (locale như vi_VN.UTF-8) rồi gõ lại; chưa "
        + "có gì được ghi.",
      en:
        "argument \(place + 1), “\(arguments[place])”, is not UTF-8: the terminal uses another encoding. "
        + "Set it to UTF-8 (a locale such as vi_VN.UTF-8) and type it again; nothing was recorded.")
  }

  /// The value after `option`, or joined to it by `=`.
  static func value(of option: String, in arguments: [String]) -> String? {
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix(option + "=") { return String(argument.dropFirst(option.count + 1)) }
      if argument == option, index + 1 < arguments.count { return arguments[index + 1] }
    }
    return nil
  }
}
