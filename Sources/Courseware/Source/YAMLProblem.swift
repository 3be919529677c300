/// What the YAML parser says is wrong, which it says in English only.
enum YAMLProblem {
  /// Nil for what it says so seldom that the place has to be enough.
  static func vietnamese(_ problem: String) -> String? { table[problem] }

  private static let table = [
    "mapping values are not allowed in this context": "dấu hai chấm không đứng được ở đây",
    "did not find expected key": "cần tên mục ở đây",
    "could not find expected ':'": "thiếu dấu hai chấm sau tên mục",
    "did not find expected ',' or ']'": "thiếu dấu phẩy hoặc dấu ]",
    "did not find expected ',' or '}'": "thiếu dấu phẩy hoặc dấu }",
    "did not find expected node content": "thiếu giá trị",
    "did not find expected '-' indicator": "thiếu dấu - ở đầu dòng",
    "block sequence entries are not allowed in this context": "dấu - không đứng được ở đây",
    "did not find expected <document start>": "thừa chữ sau giá trị",
    "found character that cannot start any token": "ký tự này phải đứng trong dấu nháy",
    "found a tab character that violates indentation": "thụt đầu dòng bằng dấu tab",
    "found unexpected end of stream": "tệp hết trước khi giá trị kết thúc",
    "found unknown escape character": "sau dấu \\ không được viết chữ này",
    "control characters are not allowed": "có ký tự điều khiển không nhìn thấy",
  ]
}
