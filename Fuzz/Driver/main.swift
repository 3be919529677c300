import FuzzLaws
import Foundation

// fuzz TARGET [libFuzzer's own arguments]: runs one target's laws until one of them breaks.

/// libFuzzer's loop: calls `body` with inputs of its own making until the arguments say that it is enough.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private func names() -> String { FuzzTarget.allCases.map(\.rawValue).joined(separator: " | ") }

nonisolated(unsafe) private var chosen = FuzzTarget.csv

guard CommandLine.arguments.count > 1, let target = FuzzTarget(rawValue: CommandLine.arguments[1])
else {
  FileHandle.standardError.write(Data("usage: fuzz \(names()) [libFuzzer's arguments]\n".utf8))
  exit(64)
}
chosen = target

var arguments: [UnsafeMutablePointer<CChar>?] =
  ([CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)).map { strdup($0) } + [nil]
var count = CInt(arguments.count - 1)
arguments.withUnsafeMutableBufferPointer { buffer in
  var base = buffer.baseAddress
  exit(
    runDriver(&count, &base) { bytes, size in
      do {
        try chosen.check(Array(UnsafeBufferPointer(start: bytes, count: size)))
      } catch {
        FileHandle.standardError.write(Data("broken law: \(error)\n".utf8))
        abort()
      }
      return 0
    })
}
