/// Polls for something that nobody rings for, every 50 ms, and returns it.
///
/// Throws `BenchError` with the complaint after a minute.
@discardableResult
func until<Value>(_ look: () async throws -> Value?, orElse complaint: String) async throws -> Value {
    let limit = ContinuousClock.now + .seconds(60)
    while true {
        if let value = try await look() { return value }
        guard ContinuousClock.now < limit else { throw BenchError("after a minute, \(complaint)") }
        try await Task.sleep(for: .milliseconds(50))
    }
}

/// Polls the same way until a condition is true.
func until(_ isSo: () async throws -> Bool, orElse complaint: String) async throws {
    try await until({ try await isSo() ? true : nil }, orElse: complaint)
}
