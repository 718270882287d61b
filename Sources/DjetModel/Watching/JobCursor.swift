import Foundation

/// The place where a page of jobs ends and the next begins. Its text is opaque.
public struct JobCursor: Sendable, Hashable {
    /// A place in the list of jobs, which has this order: running jobs, other live jobs, ended jobs. In a
    /// list with the oldest first all of it is the other way around: `below` and `before` are what lies
    /// behind.
    enum Place: Hashable {
        case running(below: Int64?)
        case inLine(below: Int64?)
        case ended(before: Date?, number: Int64)
    }

    var place: Place

    init(_ place: Place) {
        self.place = place
    }

    /// Returns the start of a list.
    static func start(_ order: JobOrder?) -> JobCursor {
        order == .oldest ? JobCursor(.ended(before: nil, number: -1)) : JobCursor(.running(below: nil))
    }

    /// The place after a job.
    init(behind job: JobSummary) {
        if let finishedAt = job.finishedAt {
            place = .ended(before: finishedAt, number: job.id)
        } else if job.status == .processing {
            place = .running(below: job.id)
        } else {
            place = .inLine(below: job.id)
        }
    }

    /// Returns the start of the next part of the list; nil after the last.
    func following(_ order: JobOrder?) -> JobCursor? {
        let isOldest = order == .oldest
        return switch place {
        case .running: isOldest ? nil : JobCursor(.inLine(below: nil))
        case .inLine: isOldest ? JobCursor(.running(below: nil)) : JobCursor(.ended(before: nil, number: -1))
        case .ended: isOldest ? JobCursor(.inLine(below: nil)) : nil
        }
    }
}

extension JobCursor: LosslessStringConvertible {
    /// Reads the form that `description` writes. Nil for any other text.
    public init?(_ description: String) {
        let parts = description.split(separator: "_", omittingEmptySubsequences: false)
        let numbers = parts.dropFirst().map { Int64($0) }
        guard zip(parts.dropFirst(), numbers).allSatisfy({ $0.isEmpty || $1 != nil }) else { return nil }
        switch (parts.first, numbers.count) {
        case ("r", 1): place = .running(below: numbers[0])
        case ("l", 1): place = .inLine(below: numbers[0])
        case ("e", 2):
            guard let number = numbers[1] else { return nil }
            place = .ended(before: numbers[0].map(Self.date), number: number)
        default: return nil
        }
    }

    /// The cursor as text of letters, digits, `_` and `-`.
    public var description: String {
        switch place {
        case .running(let below): "r_\(below.map(String.init) ?? "")"
        case .inLine(let below): "l_\(below.map(String.init) ?? "")"
        case .ended(let before, let number): "e_\(before.map { "\(Self.microseconds($0))" } ?? "")_\(number)"
        }
    }

    private static func date(_ microseconds: Int64) -> Date {
        Date(timeIntervalSince1970: Double(microseconds) / 1_000_000)
    }

    private static func microseconds(_ date: Date) -> Int64 {
        Int64((date.timeIntervalSince1970 * 1_000_000).rounded())
    }
}
