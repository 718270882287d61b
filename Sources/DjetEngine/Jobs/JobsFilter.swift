import DjetModel
import Foundation
import HTTPTypes

/// The filter of the job list, as an address states it.
struct JobsFilter: Codable, Sendable {
    var queue: String?
    var status: JobStatus?
    var kind: String?
    var worker: Int?
    var user: String?
    var since: Date?
    var until: Date?
    var text: String?

    static let fields: [QueryField] = [
        QueryField("queue", .text, "Of this queue."),
        QueryField("status", .choice(JobStatus.allCases.map(\.rawValue)), "In this status."),
        QueryField("kind", .text, "Of this kind: a function's name."),
        QueryField("worker", .integer(1...2_147_483_647), "Run by this worker, now or last."),
        QueryField("user", .text, "Offloaded by this user."),
        QueryField("since", .time, "Ended at this time or later; a live job: offloaded."),
        QueryField("until", .time, "Ended before this time; a live job: offloaded."),
        QueryField(
            "text", .words, "With this text in the arguments’ first 64 kB. It takes the right “arguments”."),
    ]

    init(
        queue: String? = nil, status: JobStatus? = nil, kind: String? = nil, worker: Int? = nil,
        user: String? = nil, since: Date? = nil, until: Date? = nil, text: String? = nil
    ) {
        self.queue = queue
        self.status = status
        self.kind = kind
        self.worker = worker
        self.user = user
        self.since = since
        self.until = until
        self.text = text
    }

    init(_ query: Query) {
        self.init()
        queue = query["queue"]
        status = query["status"].flatMap(JobStatus.init)
        kind = query["kind"]
        worker = query.integer("worker").map { Int($0) }
        user = query["user"]
        since = query.time("since")
        until = query.time("until")
        text = query["text"]
    }

    /// The filter as a search. Throws `ModelError.invalid` if a time is not of a year from 1970 to 9999.
    var search: JobSearch {
        get throws {
            for time in [since, until].compactMap(\.self) where !Self.years.contains(time) {
                throw ModelError.invalid("a time must be of a year from 1970 to 9999")
            }
            return JobSearch(
                queue: queue, kind: kind, status: status, worker: worker, user: user, since: since,
                until: until, words: text)
        }
    }

    private static let years =
        Date(timeIntervalSince1970: 0)..<Date(timeIntervalSince1970: 253_402_300_800)

    /// Returns the query of an address with this filter and further parameters, question mark included; empty
    /// without any.
    func question(_ more: KeyValuePairs<String, String?> = [:]) -> String {
        let own: KeyValuePairs<String, String?> = [
            "queue": queue, "status": status?.rawValue, "kind": kind, "worker": worker.map(String.init),
            "user": user, "since": since.map(Self.written), "until": until.map(Self.written), "text": text,
        ]
        let pairs = (Array(own) + Array(more)).compactMap { name, value in
            value.map { "\(name)=\(Percent.encoded($0))" }
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    /// Returns the filter with another status.
    func with(_ status: JobStatus?) -> JobsFilter {
        var copy = self
        copy.status = status
        return copy
    }

    var isEmpty: Bool { question().isEmpty }

    private static func written(_ date: Date) -> String { date.ISO8601Format() }

    /// Returns a time as a browser's `datetime-local` field takes it, in UTC.
    static func typed(_ date: Date?) -> String? { date.map { String($0.ISO8601Format().prefix(16)) } }
}
