package import Testing

/// Polls for a condition that nothing signals, such as the wait of a statement or a number of subscribers.
///
/// It is the one place where a test sleeps. After five minutes it throws, with the complaint.
package func until(
    orElse complaint: String = "the test waited in vain", at place: SourceLocation = #_sourceLocation,
    _ isSo: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + .seconds(300)
    while try await !isSo() {
        guard ContinuousClock.now < end else { throw WaitedInVain(complaint: complaint, place: place) }
        try await Task.sleep(for: .milliseconds(5))
    }
}

private struct WaitedInVain: Error, CustomStringConvertible {
    let complaint: String
    let place: SourceLocation

    var description: String { "\(place.fileID):\(place.line): after five minutes, \(complaint)" }
}
