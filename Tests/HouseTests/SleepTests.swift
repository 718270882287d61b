import Testing

/// A test awaits a signal, a ring or the end of a process; it does not sleep.
@Suite struct SleepTests {
    /// The files that may sleep.
    static let exceptions: Set<String> = [
        // It polls for conditions that nothing signals.
        "Tests/DjetTestSupport/Until.swift",
        // These sleep until somebody ends them: that is what they are for.
        "Tests/DjetEngineTests/Support/BenchEngine.swift",
        "Tests/DjetTestSupport/Functions/SleepAnHour.swift", "Tests/office/Sleep.swift",
    ]

    /// The plan of a chaos run is made of times.
    @Test func noTestSleeps() {
        let files = House.swiftFiles(in: "Tests").filter { !$0.path.hasPrefix("Tests/Chaos/") }
        let sleepers = Set(files.filter { $0.text.contains("Task" + ".sleep(") }.map(\.path))
        for path in sleepers.subtracting(Self.exceptions).sorted() {
            Issue.record("\(path): await a signal, or poll by `until` if there is none")
        }
        #expect(Self.exceptions.subtracting(sleepers).isEmpty, "these sleep no more")
    }
}
