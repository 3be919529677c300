import Courseware
import Synchronization
import Testing

@testable import Site

/// What is kept between two editions is as if it were made anew, and only what changed is.
struct KeptSiteTests {
  @Test func `a save makes again the course that it is in, and every file is as without a memory`()
    throws
  {
    var site = try RememberedSite()
    var (memory, kept) = (LibraryMemory(), KeptSite())

    /// The lessons that were made again.
    func renew(_ comment: Comment) throws -> Int {
      let lessons = Mutex(0)
      let files = kept.files(of: try site.site(reading: &memory)) { made in
        lessons.withLock { $0 += made }
      }
      var anew: [Address: [UInt8]] = [:]
      try site.whole.forEachFile { anew[$0] = $1 }
      let unlike = Set(files.keys).union(anew.keys).filter { files[$0] != anew[$0] }.sorted()
      #expect(unlike == [], comment)
      return lessons.withLock(\.self)
    }

    let shelf = try site.whole.shelf
    let inCourse = try #require(shelf.courses.first { $0.slug == "safe-online" }).lessons.count
    let inAll = shelf.courses.map(\.lessons.count).reduce(0, +)
    #expect(inCourse < inAll)

    #expect(try renew("the first edition") == 2 * inAll)
    #expect(try renew("nothing changed") == 0)
    try site.edit(RememberedSite.otp, "Bà con biết từ chối", "Bà con đã biết từ chối")
    #expect(try renew("the body of a lesson") == 2 * inCourse)
    try site.edit("content/glossary.vi.md", "mã", "mã số")
    #expect(try renew("the text of a page") == 0)
    try site.edit(RememberedSite.otp, "Mã OTP: không đọc cho ai", "Mã OTP là chìa khóa")
    #expect(try renew("a title, which the lists and the search show") == 2 * inCourse)
    site.setting.templates = ["words.vi.txt": try Templates().file("words.vi.txt") + "\n"]
    #expect(try renew("the words of the site") == 2 * inAll)
  }
}
