import Foundation
import Site
import Testing
import TestSupport

struct SiteFilesTests {
  @Test func `two builds give the same bytes`() throws {
    #expect(try BuiltSite().files == BuiltSite().files)
  }

  @Test func `what is for whoever teaches is on no page of a learner`() throws {
    let site = try BuiltSite()
    let holding = site.texts { _ in true }.filter { $0.value.contains(SampleLibrary.secret) }
    #expect(
      holding.keys.sorted() == ["vi/safe-online/otp-never-share/teach/index.html"])
    #expect(site["assets/search/vi/o.js"].contains("\"otp\":"))
    #expect(!site["assets/search/vi/d.js"].contains("\"dong\":"))
  }
}
