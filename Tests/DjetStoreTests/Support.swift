import DjetStore
import Foundation
import Testing

/// Looks again and again, without a pause, until a condition holds.
func eventually(
    within limit: Duration = .seconds(60), _ condition: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + limit
    while try await !condition() {
        try #require(ContinuousClock.now < end, "waited in vain")
        await Task.yield()
    }
}

/// What `body` throws as a `StoreError`.
func storeError(_ body: () async throws -> Void) async throws -> StoreError {
    do {
        try await body()
    } catch let error as StoreError {
        return error
    }
    throw StoreError(.misuse, "nothing was thrown")
}

/// The resident memory of this process in bytes.
func residentMemory() throws -> Int {
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return try #require(fields.dropFirst().first.flatMap { Int($0) }) * 4096
}

extension Database {
    /// The first value of the first row.
    func value<Value: CellDecodable>(_ statement: Statement, as type: Value.Type = Value.self) async throws
        -> Value
    {
        try await #require(query(statement).first).value(0)
    }
}
