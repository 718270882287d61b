/// Waits for what nothing tells of, such as the number of somebody's subscribers, by looking now and then.
package func until(_ condition: () -> Bool) async throws {
    while !condition() { try await Task.sleep(for: .milliseconds(5)) }
}
