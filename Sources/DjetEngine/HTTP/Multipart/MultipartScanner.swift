/// A scanner of `multipart/form-data` bodies (RFC 7578) that arrive in chunks of any size.
///
/// It keeps no more than a header or the beginning of a boundary; the bytes of a part are passed on as they
/// arrive.
struct MultipartScanner {
    private enum State {
        case preamble, boundary, header, content, end
    }

    private let delimiter: [UInt8]
    private let limits: MultipartLimits
    private var state = State.preamble
    private var parts = 0
    /// The bytes that are not passed on yet. It begins with a line break, which the first boundary may lack.
    private var buffer: [UInt8] = [0x0D, 0x0A]

    init(_ boundary: MultipartBoundary, limits: MultipartLimits = MultipartLimits()) {
        delimiter = boundary.delimiter
        self.limits = limits
    }

    /// Takes the next bytes and returns their events. Throws `MultipartError`, after which nothing more can
    /// be read.
    mutating func scan(_ bytes: some Collection<UInt8>) throws(MultipartError) -> [MultipartEvent] {
        guard state != .end else { return [] }
        buffer.append(contentsOf: bytes)
        var events: [MultipartEvent] = []
        var isMoving = true
        while isMoving {
            switch state {
            case .preamble: isMoving = try preamble()
            case .boundary: isMoving = try boundary()
            case .header: isMoving = try header(&events)
            case .content: isMoving = content(&events)
            case .end:
                buffer = []
                isMoving = false
            }
        }
        return events
    }

    /// Ends the body. Throws `MultipartError` if it is incomplete.
    func finish() throws(MultipartError) {
        guard state == .end else {
            throw .malformed("the body ends before its last boundary: it was cut off, or is not a form")
        }
    }

    // MARK: States; each step returns true if it reached the next one

    private mutating func preamble() throws(MultipartError) -> Bool {
        guard let found = buffer.search(delimiter).found else {
            guard buffer.count <= limits.headerSize else {
                throw .malformed("the body does not begin with its boundary")
            }
            return false
        }
        drop(found + delimiter.count)
        state = .boundary
        return true
    }

    /// Reads what follows a boundary: two hyphens after the last, otherwise blanks and a line break.
    private mutating func boundary() throws(MultipartError) -> Bool {
        if buffer.starts(with: [0x2D, 0x2D]) {
            state = .end
            return true
        }
        let blanks = buffer.prefix { $0 == 0x20 || $0 == 0x09 }.count
        guard blanks <= 100 else { throw .malformed("a boundary is not followed by a line break") }
        let rest = buffer[blanks...].prefix(2)
        if rest.count == 2, rest.elementsEqual([0x0D, 0x0A]) {
            // The line break stays, for the end of a header that is empty.
            drop(blanks)
            state = .header
            return true
        }
        let mayBecome =
            rest.isEmpty || rest.elementsEqual([0x0D]) || (blanks == 0 && rest.elementsEqual([0x2D]))
        guard mayBecome else { throw .malformed("a boundary is not followed by a line break") }
        return false
    }

    private mutating func header(_ events: inout [MultipartEvent]) throws(MultipartError) -> Bool {
        guard let end = buffer.search([0x0D, 0x0A, 0x0D, 0x0A]).found else {
            guard buffer.count <= limits.headerSize else {
                throw .malformed("the header of a part is too long")
            }
            return false
        }
        guard end <= limits.headerSize else { throw .malformed("the header of a part is too long") }
        parts += 1
        guard parts <= limits.parts else { throw .tooMuch("the form has more than \(limits.parts) parts") }
        events.append(.part(try MultipartPart(header: buffer[..<end])))
        drop(end + 4)
        state = .content
        return true
    }

    private mutating func content(_ events: inout [MultipartEvent]) -> Bool {
        let (found, open) = buffer.search(delimiter)
        let end = found ?? open
        if end > 0 { events.append(.bytes(Array(buffer[..<end]))) }
        guard found != nil else {
            drop(end)
            return false
        }
        events.append(.partEnd)
        drop(end + delimiter.count)
        state = .boundary
        return true
    }

    private mutating func drop(_ count: Int) {
        buffer.removeFirst(count)
    }
}

/// The next event in a multipart body.
enum MultipartEvent: Sendable, Hashable {
    /// A part begins.
    case part(MultipartPart)
    /// Some bytes of the part.
    case bytes([UInt8])
    /// The part ends.
    case partEnd
}

/// The limits of a multipart body. Whoever reads the parts limits their length.
struct MultipartLimits: Sendable {
    /// The most bytes of a part's header, and before the first part.
    var headerSize = 8_192
    /// The most parts.
    var parts = 1_000
}

/// The reason a multipart body cannot be read.
enum MultipartError: Error, Hashable {
    /// The body does not follow RFC 7578.
    case malformed(String)
    /// The body has more of something than is allowed.
    case tooMuch(String)

    /// The message for the client.
    var reason: String {
        switch self {
        case .malformed(let reason), .tooMuch(let reason): reason
        }
    }
}
