import DjetModel
import DjetStore
import DjetTestSupport
import Testing

@Suite struct JobFilesTests {
    @Test func whatArgumentsAndReplyNameBelongsToAJobIfItIsItsOwners() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let (ann, bob) = (model.acting(as: "ann"), model.acting(as: "bob"))
            let own = try await store(ann)
            let foreign = try await store(bob)
            let nobodys = try await store(model)
            let named = [own, foreign, nobodys].map { #"{"file": \#($0.id), "name": "a", "mimeType": "b"}"# }
            let arguments =
                #"{"deep": [{"er": [\#(named.joined(separator: ","))]}, \#(named[0])], "file": 1}"#
            let ticket = try await ann.offload(kind: "test.echo", arguments: arguments)
            #expect(try await ann.files(of: try await ann.job(ticket)) == [own])
            let other = try await model.offload(kind: "test.echo", arguments: arguments)
            #expect(try await model.files(of: try await model.job(other)) == [nobodys])
        }
    }

    /// The search of a text is limited so that it stays quick.
    @Test func theFirstThousandOfTheFirstMebibyteAreFound() async throws {
        try await withDatabase { database in
            let ann = database.model(testFunctions).acting(as: "ann")
            let (first, last) = (try await store(ann), try await store(ann))
            func named(_ file: File) -> String { #"{"file": \#(file.id), "name": "a", "mimeType": "b"}"# }
            func found(_ between: String) async throws -> [File] {
                let arguments = #"{"a": [\#(named(first)), \#(between), \#(named(last))]}"#
                return try await ann.files(of: try await ann.offload(kind: "test.echo", arguments: arguments))
            }
            func others(_ count: Int) -> String {
                (0..<count).map { _ in #"{"file": 4711, "name": "a"}"# }.joined(separator: ",")
            }
            let (all, tooMany) = (try await found(others(998)), try await found(others(999)))
            #expect(all == [first, last] && tooMany == [first])
            let far = try await found("\"" + String(repeating: "x", count: 1 << 20) + "\"")
            #expect(far == [first])
        }
    }

    @Test func whatAJobStoresBelongsToWhoeverOffloadedIt() async throws {
        try await withDatabase { database in
            let ann = database.model(testFunctions).acting(as: "ann")
            try await withWorker(database.model(testFunctions)) {
                let ticket = try await ann.offload(BigFile(size: 10, seed: 1))
                let file = try await ticket.value
                #expect(try await ann.files(of: try await ticket.job) == [file])
            }
        }
    }

    @Test(arguments: [0, 1, 1_048_575, 1_048_576, 1_048_577, 2_500_000 - 1, 2_500_000, 2_500_001])
    func bytesCanBeReadFromAnywhereOn(start: Int) async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            let file = try await model.call(BigFile(size: 2_500_000, seed: 7))
            var bytes: [UInt8] = []
            for try await chunk in model.bytes(of: file, from: start) { bytes += chunk }
            #expect(bytes == BigFile.bytes(from: min(start, 2_500_000), to: 2_500_000, seed: 7))
        }
    }

    private func store(_ model: Model) async throws -> File {
        try await model.storeFile(name: "a", mimeType: "text/plain") { try await $0.write("x") }
    }
}
