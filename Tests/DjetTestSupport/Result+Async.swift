extension Result where Failure == any Error {
    /// The value or the error of what takes a while.
    package init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
