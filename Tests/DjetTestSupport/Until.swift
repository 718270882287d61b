/// Polls for a condition that nothing signals, such as a number of subscribers.
package func until(_ condition: () -> Bool) async throws {
    while !condition() { try await Task.sleep(for: .milliseconds(5)) }
}
