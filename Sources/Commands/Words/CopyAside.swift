/// The advice to copy a damaged register aside, as a part of sentences: what was recorded last may stand in
/// the files beside it.
enum CopyAside {
  static let vi = "chép tệp (và -wal, -shm cạnh nó, nếu có) ra nơi khác"
  static let en = "copy the file aside (and the -wal and -shm beside it, where there are any)"
}
