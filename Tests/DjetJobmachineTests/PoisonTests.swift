import DjetJSON
import DjetJobmachine
import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Logging
import Testing

/// Jobs with a part that cannot be stored or read end with an error, and the others run.
@Suite struct PoisonTests {
    /// A function's outputs that PostgreSQL cannot hold.
    enum Poison: String, Codable, CaseIterable {
        case reply, error, step, progress, log, depth, length
    }

    /// Produces the poison without a transaction.
    struct Detached: ModelFunction {
        static let name = "poison.detached"
        static let commit = Commit.detached
        var poison: Poison
        func run(in model: Model) async throws -> JSONValue { try await poison.take(in: model) }
    }

    struct Atomic: ModelFunction {
        static let name = "poison.atomic"
        var poison: Poison
        func run(in model: Model) async throws -> JSONValue { try await poison.take(in: model) }
    }

    struct Grouped: ModelFunction {
        static let name = "poison.grouped"
        static let commit = Commit.atomic(group: 10)
        var poison: Poison?
        func run(in model: Model) async throws -> JSONValue { try await poison?.take(in: model) ?? "well" }
    }

    struct Stepwise: ModelFunction {
        static let name = "poison.stepwise"
        static let commit = Commit.stepwise
        var poison: Poison
        func run(in model: Model) async throws -> JSONValue { try await poison.take(in: model) }
    }

    static let functions: [any ModelFunction.Type] =
        testFunctions + [Detached.self, Atomic.self, Grouped.self, Stepwise.self]
    /// Two slots, and replies of at most 1 MiB.
    static let configuration = WorkerConfiguration(slots: 2, grace: .seconds(5), replyLimit: 1 << 20)

    @Test(.endsWithTheSuite, arguments: Poison.allCases)
    func whatCannotBeStoredEndsItsJobAndNoOther(poison: Poison) async throws {
        try await withDatabase { database in
            let model = database.model(Self.functions)
            // The worker stops, too: an answer that cannot be stored must not keep it.
            try await withWorker(model, configuration: Self.configuration) {
                let bad = [
                    try await model.offload(Detached(poison: poison)),
                    try await model.offload(Atomic(poison: poison)),
                    try await model.offload(Stepwise(poison: poison)),
                ]
                let others = try await model.offload((0..<40).map { Twice(number: $0) })
                for ticket in bad {
                    if poison.isOfText {
                        let value = try? await ticket.value
                        #expect((value == nil) == (poison == .error), "\(poison)")
                    } else {
                        let error = await #expect(throws: ReplyError.self) { try await ticket.value }
                        #expect("\(error.map { "\($0)" } ?? "")".contains(poison.words))
                        let job = try await ticket.job
                        #expect(job.attempt == 1, "another attempt would not help")
                    }
                }
                let values = try await model.results(of: others).map { try $0.get() }
                #expect(values == (0..<40).map { $0 * 2 })
            }
            let live = try await database.store.first("select count(*) from jobmachine.job", as: Int.self)
            #expect(live == 0)
        }
    }

    @Test(.endsWithTheSuite) func oneOfAGroupEndsAlone() async throws {
        try await withDatabase { database in
            let model = database.model(Self.functions)
            let tickets = try await model.offload((0..<20).map { Grouped(poison: $0 == 7 ? .reply : nil) })
            try await withWorker(model, configuration: WorkerConfiguration(slots: 1)) {
                let results = try await model.results(of: tickets)
                for (number, result) in results.enumerated() {
                    if number == 7 {
                        #expect(throws: ReplyError.self) { try result.get() }
                    } else {
                        #expect(try result.get() == "well")
                    }
                }
            }
        }
    }

    @Test func whatWasSaidIsStoredWithoutTheZeroByte() async throws {
        try await withWorker(of: Self.functions, configuration: Self.configuration) { _, model in
            let ticket = try await model.offload(Detached(poison: .error))
            await #expect(throws: ModelError.self) { try await ticket.value }
            let job = try await ticket.job
            #expect(job.error?.message == "a\u{FFFD}b")
            let logged = try await model.offload(Detached(poison: .log))
            _ = try await logged.value
            let lines = try await model.log(of: logged.id)
            #expect(lines.map(\.message) == ["a\u{FFFD}b"])
        }
    }

    // MARK: Claims

    @Test(.endsWithTheSuite) func rowsThatCannotBeReadEndAsErrorAndTheOthersRun() async throws {
        try await withDatabase { database in
            let model = database.model(testFunctions)
            // Such rows may date from before their shape was checked.
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        alter table jobmachine.job disable trigger job_has_its_shape;
                        select jobmachine.offload('test.echo', '{"text": "a"}', priority => 0, environment => '[]')
                        from generate_series(1, 100);
                        select jobmachine.offload('test.echo', priority => 0, environment => '{"trace": {"a": 1}}');
                        """)
            }
            let others = try await model.offload((0..<10).map { Twice(number: $0) })
            try await withWorker(model) {
                let values = try await model.results(of: others).map { try $0.get() }
                #expect(values == (0..<10).map { $0 * 2 })
                for number in [1, 100, 101] as [Int64] {
                    let ticket = model.ticket(TicketID(queue: "default", number: number), of: String.self)
                    let error = await #expect(throws: JobError.self) { try await ticket.value }
                    #expect("\(error.map { "\($0)" } ?? "")".hasPrefix("its environment cannot be read: "))
                }
            }
        }
    }

    // MARK: Days

    @Test(.endsWithTheSuite) func jobsEndThoughTodaysPartitionsAreMissing() async throws {
        try await withWorker(of: testFunctions) { database, model in
            // The worker has started, so its next beat comes in a minute.
            _ = try await model.offload(Twice(number: 1)).value
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        do $$
                        declare
                          parent text;
                        begin
                          foreach parent in array array['history', 'attempt', 'log'] loop
                            execute format(
                              'drop table jobmachine.%I', parent || to_char(now() at time zone 'UTC', '_YYYYMMDD'));
                          end loop;
                        end $$
                        """)
            }
            let detached = try await model.offload(Twice(number: 2)).value
            #expect(detached == 4)
            await #expect(throws: ModelError.self) { try await model.offload(Refuse(.model)).value }
            let atomic = try await model.offload(Echo(text: "a")).value
            #expect(atomic == "a")
        }
    }

    @Test func whatAnAtomicJobDidIsThereOnceThoughItsDayWasMissing() async throws {
        try await withDatabase { database in
            try await database.makeEffects()
            let model = database.model(testFunctions)
            try await database.store.withConnection { connection in
                try await connection.run(
                    script: """
                        do $$
                        begin
                          execute format(
                            'drop table jobmachine.%I', 'history' || to_char(now() at time zone 'UTC', '_YYYYMMDD'));
                        end $$
                        """)
            }
            let ticket = try await model.offload(Effect(label: "a"))
            try await withWorker(model) { _ = try await ticket.value }
            let count = try await database.effects("a")
            #expect(count == 1)
        }
    }
}

extension PoisonTests.Poison {
    /// True if it is within a text, the rest of which is stored.
    var isOfText: Bool {
        switch self {
        case .error, .progress, .log: true
        case .reply, .step, .depth, .length: false
        }
    }

    /// The words of the error.
    var words: String {
        switch self {
        case .depth: "nested deeper"
        case .length: "return a file instead"
        default: "PostgreSQL cannot store it as jsonb"
        }
    }

    func take(in model: Model) async throws -> JSONValue {
        switch self {
        case .reply: return ["a\0b"]
        case .error: throw ModelError.conflict("a\0b")
        case .step:
            // In a function that is not stepwise, a step is a plain transaction.
            return .text(try await model.step("one") { _ in "a\0b" })
        case .progress: await model.report(done: 1, note: "a\0b")
        case .log: model.logger.info("a\0b")
        case .depth: return (0..<1_000).reduce("deep" as JSONValue) { inner, _ in .list([inner]) }
        case .length: return .text(String(repeating: "x", count: 2 << 20))
        }
        return "well"
    }
}
