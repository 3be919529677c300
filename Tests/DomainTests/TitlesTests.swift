import Domain
import Testing

@Suite struct TitlesTests {
  @Test func `a title falls back to Vietnamese, then to any language`() {
    let titles: Titles = ["en": "Safety", "vi": "An toàn"]

    #expect(titles["en"] == "Safety")
    #expect(titles["vi"] == "An toàn")
    #expect(titles["fr"] == "An toàn")
    #expect((["fr": "Sécurité", "en": "Safety"] as Titles)["vi"] == "Safety")
    #expect(Titles([:])["vi"] == "")
  }
}
