/// Looks again and again for something that nobody rings for.
///
/// Throws `BenchError` with the complaint if it is not there after a minute.
@discardableResult
func until<Value>(_ look: () async throws -> Value?, orElse complaint: String) async throws -> Value {
    let limit = ContinuousClock.now + .seconds(60)
    while true {
        if let value = try await look() { return value }
        guard ContinuousClock.now < limit else { throw BenchError("after a minute, \(complaint)") }
        try await Task.sleep(for: .milliseconds(50))
    }
}

/// The same until something is so.
func until(_ isSo: () async throws -> Bool, orElse complaint: String) async throws {
    try await until({ try await isSo() ? true : nil }, orElse: complaint)
}
