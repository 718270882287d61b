import DjetModel

/// Finds the progress that the lines of an output tell.
///
/// The rule stands at ``RunCommand``. Decimals are cut off; the first 1,000 bytes of a line are looked at.
struct ProgressLines: Sendable {
    private static let longest = 1000

    private var line: [UInt8] = []

    /// Reads what follows. Returns the progress of the last line in it that tells any.
    mutating func read(_ bytes: [UInt8]) -> JobProgress? {
        var last: JobProgress?
        for byte in bytes {
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                last = Self.progress(in: line) ?? last
                line.removeAll(keepingCapacity: true)
            } else if line.count < Self.longest {
                line.append(byte)
            }
        }
        return last
    }

    /// Returns the progress that a line tells; nil if it tells none.
    static func progress(in line: [UInt8]) -> JobProgress? {
        let words = line.split { $0 <= UInt8(ascii: " ") }
        for word in words.reversed() {
            guard let (done, of) = numbers(in: trimmed(word)) else { continue }
            let note = words.joined(separator: CollectionOfOne(UInt8(ascii: " ")))
            return JobProgress(done: done, of: of, note: String(decoding: Array(note), as: UTF8.self))
        }
        return nil
    }

    /// Returns a word without the signs around it.
    private static func trimmed(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = word.drop { !isLetter($0) && !isDigit($0) }
        let end = start.lastIndex { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "%") }
        return end.map { start[...$0] } ?? []
    }

    private static func numbers(in word: ArraySlice<UInt8>) -> (done: Int, of: Int)? {
        if word.last == UInt8(ascii: "%") {
            let parts = word.dropLast().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard parts.count <= 2, let done = number(parts[0]), done <= 100 else { return nil }
            return parts.count == 1 || number(parts[1].prefix(9)) != nil ? (done, 100) : nil
        }
        let parts = word.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 2, let done = number(parts[0]), let of = number(parts[1]), of > 0, done <= of
        else { return nil }
        return (done, of)
    }

    /// Returns a number of one to nine digits.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...9).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
