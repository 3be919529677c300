import Site

extension SiteFolderError {
  var failure: Failure {
    switch self {
    case .foreignFolder(let path):
      Failure(
        vi: "“\(path)” có tệp không do lantoa site build ghi. Chọn thư mục trống bằng --output.",
        en:
          "“\(path)” holds files that no lantoa site build wrote. Name an empty folder by --output."
      )
    case .foreignFile(let path):
      Failure(
        vi: "“\(path)” không do lantoa site build ghi, nên không ghi đè. Chuyển nó đi rồi làm lại.",
        en:
          "“\(path)” was not written by lantoa site build, so it stays. Move it away and try again."
      )
    case .notAFolder(let path):
      Failure(
        vi: "“\(path)” không phải thư mục thật (là tệp hoặc liên kết). Chuyển nó đi rồi làm lại.",
        en: "“\(path)” is a file or a link, not a folder. Move it away and try again.")
    case .unsafeAddress(let address):
      Failure(
        vi: "Địa chỉ “\(address)” dẫn ra ngoài trang web. Sửa tên hoặc aliases của bài.",
        en: "The address “\(address)” leads out of the site. Mend the lesson's name or aliases.")
    case .sameAddress(let address):
      Failure(
        vi: "Hai trang cùng địa chỉ “\(address)”. Đổi tên một khóa, một trang, hoặc bỏ alias.",
        en: "Two pages want the address “\(address)”. Rename a course or page, or drop an alias.")
    case .refused(let path, let code):
      Failure(
        vi: "Không ghi được “\(path)” (\(SystemCause(code: code))). Chọn nơi khác bằng --output.",
        en: "Cannot write “\(path)” (\(SystemCause(code: code))). Choose another place by --output."
      )
    }
  }
}

extension PublishError {
  var failure: Failure {
    switch self {
    case .foreignFolder(let path):
      Failure(
        vi: "“\(path)” có tệp không do lantoa site publish đưa lên. Chọn thư mục mới hoặc trống.",
        en:
          "“\(path)” holds files that no lantoa site publish put there. Name a new or empty folder."
      )
    case .busy(let path):
      Failure(
        vi: "Có chương trình khác đang công bố vào “\(path)”. Đợi nó xong rồi làm lại.",
        en: "Another program is publishing to “\(path)”. Wait until it has ended, then try again.")
    case .refused(let path, let code):
      Failure(
        vi:
          "Không ghi được “\(path)” (\(SystemCause(code: code))). Thư mục công bố và thư mục chứa nó "
          + "phải ghi được.",
        en:
          "Cannot write “\(path)” (\(SystemCause(code: code))). The folder published to and the one "
          + "around it must be writable.")
    }
  }
}

extension TemplateError {
  var failure: Failure {
    Failure(
      vi:
        "\(file):\(line): mẫu trang sai cú pháp Mustache (\(cause)). Sửa tệp, hoặc bỏ --templates.",
      en:
        "\(file):\(line): this is not Mustache (\(cause)). Mend the file, or leave out --templates."
    )
  }
}
