import Domain
import Testing

@Suite struct PersonTracesTests {
  private let traces = {
    var traces = PersonTraces(of: [])
    traces.add(["name": .string("Trần Mộng Xuyến"), "phone": .string("0909777555")])
    return traces
  }()

  @Test(arguments: [
    "0909777555", "gọi 0909 777 555 nhé", "0909.777.555", "0909-777-555", "(0909) 777 555",
    "+84909777555", "+84 909 777 555", "84909777555", "+84 (0) 909-777-555", "909777555",
    "gọi0909777555nhé", "sđt:0909777555/con", "2 0909777555", "０９０９７７７５５５", "0909\u{A0}777 555",
  ])
  func `a number is seen however it is written`(text: String) {
    #expect(traces.areCalled(in: text))
  }

  @Test(arguments: ["", "0909777", "0909a777555", "0909777554", "ngày 9/9 lúc 7:77", "không số"])
  func `another number, or a part of it, is not the number`(text: String) {
    #expect(!traces.areCalled(in: text))
  }
}
