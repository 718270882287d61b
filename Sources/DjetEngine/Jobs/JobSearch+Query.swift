import DjetModel
import Foundation

extension JobSearch {
    /// The parameters of a URL's query that state a search.
    static let queryFields = Field.allCases.map { field in
        QueryField(field.rawValue, field.queryKind, field.meaning)
    }

    /// Reads the search that a URL's query states.
    init(_ query: Query) {
        self.init()
        for field in Field.allCases { self[field] = query[field.rawValue] }
    }

    /// Returns the query of a URL with this search and further parameters, question mark included; empty
    /// without any.
    func question(_ more: KeyValuePairs<String, String?> = [:]) -> String {
        let own = Field.allCases.map { (key: $0.rawValue, value: self[$0]) }
        let pairs = (own + Array(more)).compactMap { name, value in
            value.map { "\(name)=\(Percent.encoded($0))" }
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    /// Returns the search with another status.
    func with(_ status: JobStatus?) -> JobSearch {
        var copy = self
        copy.status = status
        return copy
    }

    /// Returns the search in the other order, where its newest come first, or its oldest.
    var turned: JobSearch {
        var copy = self
        copy.order = order == .oldest ? nil : .oldest
        return copy
    }

    /// True if it finds all jobs, in whatever order.
    var isEmpty: Bool {
        var copy = self
        copy.order = nil
        return copy.question().isEmpty
    }
}

extension JobSearch {
    /// The numbers that a worker can have.
    fileprivate static let workers: ClosedRange<Int64> = 1...2_147_483_647
}

extension JobSearch.Field {
    fileprivate var queryKind: QueryField.Kind {
        switch self {
        case .queue, .kind, .user, .tenant, .tag: .text
        case .status: .choice(JobStatus.allCases.map(\.rawValue))
        case .worker: .integer(JobSearch.workers)
        case .group: .integer(1...Int64.max)
        case .since, .until: .time
        case .text: .words
        case .order: .choice(JobOrder.allCases.map(\.rawValue))
        }
    }
}

extension Visit {
    /// Checks that the visitor may make a search, and returns it. Throws `ModelError.invalid` if a time is
    /// not in a year from 1970 to 9999, no worker can have the number or the text has more than 200
    /// characters, and what `demand` throws for a text without the right “arguments”.
    func checked(_ search: JobSearch) throws -> JobSearch {
        for time in [search.since, search.until].compactMap(\.self) where !JobSearch.years.contains(time) {
            throw ModelError.invalid("a time must be in a year from 1970 to 9999")
        }
        if let worker = search.worker, !JobSearch.workers.contains(Int64(worker)) {
            throw ModelError.invalid("a worker's number must be from 1 to \(JobSearch.workers.upperBound)")
        }
        if let text = search.text {
            try demand(.arguments)
            guard text.unicodeScalars.count <= 200 else {
                throw ModelError.invalid("the text of a search must have at most 200 characters")
            }
        }
        return search
    }
}
