extension BlockReader {
  /// Reads something where `setting` holds, such as in an item of a list, and goes on as before.
  mutating func reading<Value>(
    in setting: WritableKeyPath<BlockReader, Bool>, _ read: (inout BlockReader) -> Value
  ) -> Value {
    let before = self[keyPath: setting]
    self[keyPath: setting] = true
    defer { self[keyPath: setting] = before }
    return read(&self)
  }
}
