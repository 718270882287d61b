import Foundation

/// Workers in processes of their own, of which a test kills one after the other.
package struct WorkerProcesses {
    private let arguments: [String]
    private var processes: [TestProcess] = []

    /// Starts so many, each with so many slots. They know `testFunctions`.
    package init(_ count: Int, slots: Int = 4, on database: TestDatabase) throws {
        arguments = ["work", database.connectionString, "default", "180", "\(slots)"]
        for _ in 0..<count { try start() }
    }

    private mutating func start() throws {
        processes.append(try TestProcess("test-worker", arguments))
    }

    /// Kills the oldest one, and starts another.
    package mutating func replaceOne() throws {
        processes.removeFirst().signal(SIGKILL)
        try start()
    }

    /// Tells all of them to stop. Returns true if each ends as it should.
    package func stop() async -> Bool {
        for process in processes { process.signal(SIGTERM) }
        var areFine = true
        for process in processes { areFine = await process.exitCode() == 0 && areFine }
        return areFine
    }
}
