import Domain
import Testing

/// The expected texts are those of Python's `json.dumps(value, sort_keys=True,
/// separators=(",", ":"), ensure_ascii=False)`.
@Suite struct CanonicalValueTests {
  private static let vectors: [(CanonicalObject, String)] = [
    ([:], "{}"),
    (["b": .integer(1), "a": .array([])], #"{"a":[],"b":1}"#),
    (
      [
        "a": .object(["z": .boolean(true), "y": .boolean(false)]), "A": .integer(-5),
        "_": .integer(0),
      ], #"{"A":-5,"_":0,"a":{"y":false,"z":true}}"#
    ),
    (
      ["text": .string("\"\\/\u{8}\t\n\u{C}\r\u{0}\u{1}\u{1F}\u{7F}")],
      #"{"text":"\"\\/\b\t\n\f\r\u0000\u0001\u001f"# + "\u{7F}\"}"
    ),
    (
      [
        "tên": .string("Hồ Thị Lệ"), "é": .integer(1), "z": .integer(2), "😀": .integer(3),
        "\u{FFEE}": .integer(4),
      ], #"{"tên":"Hồ Thị Lệ","z":2,"é":1,"￮":4,"😀":3}"#
    ),
    (
      [
        "n": .array([
          .integer(.max), .integer(.min), .integer(0), .integer(1_764_547_200_000 << 16),
        ])
      ], #"{"n":[9223372036854775807,-9223372036854775808,0,115641365299200000]}"#
    ),
    (
      [
        "a": .string(""), "": .string("x"), "aa": .array([.array([]), .object([:])]),
        "a\u{0}": .integer(1),
      ], #"{"":"x","a":"","a\u0000":1,"aa":[[],{}]}"#
    ),
  ]

  @Test(arguments: vectors)
  func `an object is written as one sequence of bytes`(object: CanonicalObject, expected: String) {
    #expect(object.canonicalBytes == Array(expected.utf8))
  }

  @Test func `strings and names are written composed, however they were typed`() throws {
    let typed = "Ho\u{302}\u{300} Thi\u{323} Le\u{302}\u{323}"
    let nameApart = "e\u{301}"

    let object: CanonicalObject = ["f": .integer(1), nameApart: .string(typed)]

    let expected = "{\"f\":1,\"\u{E9}\":\"H\u{1ED3} Th\u{1ECB} L\u{1EC7}\"}"
    #expect(object.canonicalBytes == Array(expected.utf8))
    #expect(try CanonicalObject(canonical: object.canonicalBytes) == object)
  }

  @Test func `the last value under a name stays, and nil takes the name out`() {
    var object: CanonicalObject = ["b": .integer(1), "a": nil, "c": .integer(3)]
    #expect(object.members.map(\.name) == ["b", "c"])

    object["b"] = .integer(2)
    object["a"] = .boolean(true)
    object["c"] = nil
    object["nobody"] = nil

    #expect(text(object) == #"{"a":true,"b":2}"#)
    #expect(object["b"] == .integer(2))
    #expect(object["c"] == nil)
  }

  @Test func `a name is found under either spelling of its marks`() {
    var object: CanonicalObject = ["\u{E9}": .integer(1)]

    object["e\u{301}"] = .integer(2)

    #expect(object.members.count == 1)
    #expect(object["\u{E9}"] == .integer(2))
  }
}
