/// Looks again and again until something is so that nobody rings for.
///
/// Throws `BenchError` with the complaint if it is not so after a minute.
func until(_ isSo: () async throws -> Bool, orElse complaint: String) async throws {
    let limit = ContinuousClock.now + .seconds(60)
    while try await !isSo() {
        guard ContinuousClock.now < limit else { throw BenchError("after a minute, \(complaint)") }
        try await Task.sleep(for: .milliseconds(50))
    }
}
