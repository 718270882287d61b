/// An event stream that curl holds open.
package struct TestStream: Sendable {
    /// An event as it came.
    package struct Event: Sendable, Hashable {
        package var id = ""
        package var name = ""
        package var data = ""
    }

    private let curl: TestProcess

    package init(_ address: String, _ headers: [String] = []) throws {
        curl = try TestProcess(
            "curl",
            ["--silent", "--no-buffer", "--max-time", "60"] + headers.flatMap { ["--header", $0] } + [
                address
            ],
            isBuiltHere: false)
    }

    /// Returns the next event; nil at the end of the stream. Lines outside of events are skipped.
    package func next() async throws -> Event? {
        var event = Event()
        while let line = try await curl.lineUnlessOver() {
            if line.hasPrefix("id: ") { event.id = String(line.dropFirst(4)) }
            if line.hasPrefix("event: ") { event.name = String(line.dropFirst(7)) }
            if line.hasPrefix("data: ") { event.data += line.dropFirst(6) }
            if line.isEmpty, event != Event() { return event }
        }
        return nil
    }

    /// Returns all events up to the end of the stream.
    package func all() async throws -> [Event] {
        var events: [Event] = []
        while let event = try await next() { events.append(event) }
        return events
    }

    /// Kills curl, as a browser whose window is closed leaves.
    package func leave() async {
        curl.signal(9)
        _ = await curl.exitCode()
    }
}
