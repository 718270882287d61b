import DjetModel
import DjetStore
import DjetTestSupport
import Testing

/// A detached job's own transactions are refused once the job is no longer its worker's.
@Suite struct FileFenceTests {
    enum Way: String, Codable, CaseIterable {
        /// The job is lost before the file, in the middle of it, or in the middle of an upload.
        case before, within, upload
        /// The file is part of a transaction that the function has opened.
        case called
    }

    /// Stores a file, and waits at gate 1 on the way.
    struct Report: ModelFunction {
        static let name = "test.report"
        static let commit = Commit.detached
        var way: Way

        func run(in model: Model) async throws -> File {
            switch way {
            case .before:
                try await wait(in: model)
                return try await model.storeFile(name: "a", mimeType: "text/plain") {
                    try await $0.write("a")
                }
            case .within:
                return try await model.storeFile(name: "a", mimeType: "text/plain") { writer in
                    try await writer.write([UInt8](repeating: 1, count: 1_500_000))
                    try await wait(in: model)
                }
            case .upload:
                return try await model.storeUpload(name: "a", mimeType: "text/plain") { upload in
                    try await upload.write([UInt8](repeating: 1, count: 1_500_000))
                    try await wait(in: model)
                }
            case .called:
                return try await model.transaction { inner in
                    let file = try await inner.call(BigFile(size: 10, seed: 1))
                    try await wait(in: model)
                    return file
                }
            }
        }

        private func wait(in model: Model) async throws {
            await model.report(done: 0, note: "at the gate")
            try await model.store.query("select pg_advisory_xact_lock_shared(1)")
        }
    }

    @Test(arguments: Way.allCases)
    func aFileOfAJobThatIsNoLongerOnesOwnIsRefusedAndCounted(way: Way) async throws {
        try await withDatabase { database in
            let model = database.model([Report.self])
            try await withWorker(model) {
                try await database.withGate(1) { open in
                    let ticket = try await model.offload(Report(way: way))
                    let worker = try #require(
                        try await database.job(of: ticket) { $0.progress != nil }.worker)
                    // The test takes the job away from a living worker, and nobody gets it.
                    try await database.store.transaction { connection in
                        try await connection.query("select jobmachine.rescue(\(worker))")
                        try await connection.query(
                            "update jobmachine.job set position = null, run_at = now() + '1 day'")
                    }
                    try await open()
                }
            }
            // The worker has ended by now, and so has all its work.
            let files = try await database.store.first("select count(*) from jobmachine.file", as: Int.self)
            #expect(files == 0)
            let refusals = try await model.refusals()
            #expect(refusals.map(\.what) == ["transaction"])
            #expect(refusals.map(\.amount) == [1])
        }
    }

    @Test(arguments: Way.allCases)
    func aFileOfAJobThatIsOnesOwnIsStored(way: Way) async throws {
        try await withDatabase { database in
            let model = database.model([Report.self])
            try await withWorker(model) {
                let file = try await model.offload(Report(way: way)).value
                #expect(try await model.file(file.id) == file)
            }
            #expect(try await model.refusals() == [])
        }
    }
}
