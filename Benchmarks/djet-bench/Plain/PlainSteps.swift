import DjetModel
import DjetStore

/// The statements on a job's way, as Djet sends them.
struct PlainSteps: Sendable {
    static let work = "djet_bench:work"
    static let reply = "djet_bench:reply"
    /// Precedes a claim, which need not be on disk.
    static let inMemory: Statement = "select set_config('synchronous_commit', 'off', true)"

    private let queue = JobQueue(schema: "jobmachine")
    private let request: OffloadRequest

    init() throws {
        request = try OffloadRequest(
            kind: Silence.name, queue: "bench", priority: 4, runAt: nil, after: [], attempts: 1,
            environment: JobEnvironment())
    }

    func offload(_ number: Int) throws -> Statement {
        queue.offload(request, arguments: try Silence(number: number).encoded())
    }

    func ring(_ channel: String) -> Statement {
        Connection.ring([channel])
    }

    func outcome(of id: Int64) -> Statement {
        queue.outcomes([id])
    }

    var registration: Statement {
        queue.register(host: "plain", process: 1, queues: ["bench"], slots: 1, worker: nil)
    }

    func claim(_ amount: Int = 10, by worker: Int64, above last: Int64) -> Statement {
        let floors = Array(repeating: last, count: 10)
        return queue.claim("bench", worker: Int(worker), amount: amount, floors: floors)
    }

    func reply(to id: Int64, by worker: Int64) -> Statement {
        queue.reply(worker: Int(worker), ids: [id], attempts: [1], replies: ["1"])
    }

    /// Returns a job's work, end and answer in one transaction.
    func atomic(_ id: Int64, by worker: Int64) -> [Statement] {
        [
            "begin", "insert into bench.note (job, number) values (\(id), \(1))",
            queue.replyOrRaise(worker: Int(worker), id: id, attempt: 1, reply: "1"), "commit",
        ]
    }

    /// Returns the number that a step has answered. Throws `BenchError` if there is none.
    func number(_ answer: String?) throws -> Int64 {
        guard let number = answer.flatMap({ Int64($0) }) else {
            throw BenchError("plain libpq: a number was expected as the answer, not \(answer ?? "nothing")")
        }
        return number
    }
}
