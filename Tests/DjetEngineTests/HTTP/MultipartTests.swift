import Foundation
import Testing

@testable import DjetEngine

@Suite struct MultipartTests {
    /// A form with a text, an empty file, and a file that nearly contains the boundary.
    static let body = Array(
        """
        ignored\r
        --X-b\r
        Content-Disposition: form-data; name="text"\r
        \r
        two\r
        lines\r
        --X-b  \t\r
        content-disposition: form-data; name="empty"; filename="a.csv"\r
        Content-Type: text/csv\r
        \r
        \r
        --X-b\r
        Content-Disposition: form-data; name="file"; filename="plain"; filename*=UTF-8''%e2%82%ac%20.csv\r
        \r
        \r
        -\r
        --X-\r\r
        --X-a--X-b\r\r
        \r
        --X-b--\r
        after\r
        --X-b\r
        """.utf8)

    static let parts: [(MultipartPart, String)] = [
        (MultipartPart(name: "text"), "two\r\nlines"),
        (MultipartPart(name: "empty", fileName: "a.csv", contentType: "text/csv"), ""),
        (MultipartPart(name: "file", fileName: "€ .csv"), "\r\n-\r\n--X-\r\r\n--X-a--X-b\r\r\n"),
    ]

    static func boundary(_ text: String = "X-b") throws -> MultipartBoundary {
        try MultipartBoundary(contentType: "multipart/form-data; boundary=\(text)")
    }

    /// Reads a body in chunks of these sizes, over and over.
    static func read(
        _ body: [UInt8], in sizes: [Int], _ limits: MultipartLimits = MultipartLimits()
    ) throws -> [(MultipartPart, String)] {
        var scanner = MultipartScanner(try boundary(), limits: limits)
        var parts: [(part: MultipartPart, bytes: [UInt8], isEnded: Bool)] = []
        var rest = body[...]
        var turn = 0
        while !rest.isEmpty {
            let chunk = rest.prefix(sizes[turn % sizes.count])
            turn += 1
            rest = rest.dropFirst(chunk.count)
            for event in try scanner.scan(chunk) {
                switch event {
                case .part(let part): parts.append((part, [], false))
                case .bytes(let bytes): parts[parts.count - 1].bytes += bytes
                case .partEnd: parts[parts.count - 1].isEnded = true
                }
            }
        }
        try scanner.finish()
        #expect(!parts.contains { !$0.isEnded })
        return parts.map { ($0.part, String(decoding: $0.bytes, as: UTF8.self)) }
    }

    @Test func howeverTheBytesComeThePartsAreTheSame() throws {
        for first in 1...Self.body.count {
            for rest in [1, 2, 7, Self.body.count] {
                let parts = try Self.read(Self.body, in: [first, rest])
                #expect(parts.map(\.0) == Self.parts.map(\.0))
                #expect(parts.map(\.1) == Self.parts.map(\.1))
            }
        }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let sizes = (0..<20).map { _ in Int.random(in: 1...40, using: &random) }
            let parts = try Self.read(Self.body, in: sizes)
            #expect(parts.map(\.1) == Self.parts.map(\.1), "\(sizes)")
        }
    }

    @Test func aBodyThatIsCutOffAnywhereIsRefused() throws {
        let end = try #require(String(decoding: Self.body, as: UTF8.self).range(of: "--\r\nafter"))
        let whole = String(decoding: Self.body, as: UTF8.self)[..<end.lowerBound].utf8.count + 2
        for length in 0..<whole {
            #expect(throws: MultipartError.self) { try Self.read(Array(Self.body[..<length]), in: [64]) }
        }
        #expect(try Self.read(Array(Self.body[..<whole]), in: [64]).count == 3)
    }

    @Test(arguments: [
        "", "no boundary at all", "--X-bad\r\n", "--X-b\r\n\r\nno header\r\n--X-b--",
        "--X-b\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--X-b--",
        "--X-b\r\nContent-Disposition: attachment; name=a\r\n\r\nno form\r\n--X-b--",
        "--X-b\r\nContent-Disposition: form-data; name=\"a\r\n\r\nopen\r\n--X-b--",
        "--X-b\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\ntwice\r\n--X-b--",
        "--X-b\r\nContent-Disposition: form-data; name=a\r\n continued\r\n\r\nfolded\r\n--X-b--",
        "--X-b\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\nYQ==\r\n--X-b--",
        "--X-b\nContent-Disposition: form-data; name=a\n\nno carriage return\n--X-b--",
        "--X-b-x\r\n",
    ])
    func whatIsNoFormIsRefused(body: String) {
        for size in [1, 5, 4_096] {
            #expect(throws: MultipartError.self, "\(body)") { try Self.read(Array(body.utf8), in: [size]) }
        }
    }

    @Test func whatIsTooMuchIsRefused() throws {
        let part = "--X-b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n"
        let body = Array((String(repeating: part, count: 3) + "--X-b--").utf8)
        #expect(try Self.read(body, in: [9], MultipartLimits(parts: 3)).count == 3)
        #expect(throws: MultipartError.tooMuch("the form has more than 2 parts")) {
            try Self.read(body, in: [9], MultipartLimits(parts: 2))
        }
        let endless = Array("--X-b\r\nX: ".utf8) + [UInt8](repeating: 0x61, count: 20_000)
        #expect(throws: MultipartError.self) { try Self.read(endless, in: [1_000]) }
        #expect(throws: MultipartError.self) {
            try Self.read([UInt8](repeating: 0x0D, count: 20_000), in: [1_000])
        }
    }

    @Test(arguments: [
        (#"form-data; name="a;b=\"c\"""#, #"a;b="c""#),
        (#"form-data; name="C:\temp\x.csv""#, #"C:\temp\x.csv"#), (#"form-data; name="a\""#, #"a\"#),
        (#"form-data; name="%22%0d%0D%0A%41""#, "\"%0d\r\n%41"), ("form-data;name=a ; x", "a"),
        ("form-data; name*=UTF-8''%c3%a6; name=b", "æ"), ("form-data; name*=UTF-8''%ff; name=b", "b"),
        ("form-data; name*=latin1''%e6; name=b", "b"), (#"form-data; name="""#, ""),
    ])
    func aParameterIsReadAsBrowsersWriteIt(header: String, name: String) throws {
        #expect(try HeaderParameters(header)["name"] == name)
    }

    /// Forms of megabytes of headers took seconds.
    @Test func aHeaderHasFewParameters() throws {
        let few = (1...16).map { "; p\($0)=\"\($0)\"" }.joined()
        #expect(try HeaderParameters("form-data" + few)["p16"] == "16")
        for more in [";", "; p", "; p=1"] {
            #expect(throws: MultipartError.malformed("a header has more than 16 parameters")) {
                try HeaderParameters("form-data" + few + more)
            }
        }
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a\u{e6}\"",
        "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
    ])
    func aBoundaryMustBeOne(contentType: String) {
        #expect(throws: MultipartError.self) { try MultipartBoundary(contentType: contentType) }
    }

    @Test func aBoundaryMayBeQuoted() throws {
        let boundary = try MultipartBoundary(
            contentType: #"Multipart/Form-Data; charset=x; Boundary="a b:c""#)
        #expect(boundary.text == "a b:c")
    }
}
