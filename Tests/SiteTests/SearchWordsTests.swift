import Foundation
import Testing

@testable import Site

struct SearchWordsTests {
  /// By what Swift itself knows of characters.
  private func plainly(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }

  @Test func `every letter of Latin is taken as Unicode takes it`() {
    let blocks: [ClosedRange<UInt32>] = [0...0x2FF, 0x1E00...0x1EFF, 0x2000...0x20FF]
    for scalar in blocks.joined().compactMap(Unicode.Scalar.init) {
      let text = "a\(scalar)b \(scalar) \(scalar)x"
      #expect(
        Set(SearchWords.words(of: text)) == plainly(text.precomposedStringWithCanonicalMapping),
        "\(String(scalar.value, radix: 16))")
    }
  }

  @Test func `words stand once, in the order in which they are met`() {
    #expect(
      SearchWords.words(of: "Mã OTP, mã otp: “ĐƯỜNG” đường—Ước 2 lần!")
        == ["mã", "otp", "đường", "ước", "2", "lần"])
    #expect(SearchWords.words(of: " — ") == [])
    #expect(SearchWords.words(of: "ไทย 한국 ab") == ["ไทย", "한국", "ab"])
  }
}
