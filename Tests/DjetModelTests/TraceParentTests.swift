import DjetModel
import Testing

/// What comes from outside as a trace is checked before it is kept.
@Suite struct TraceParentTests {
    private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    private static let span = "00f067aa0ba902b7"

    @Test func aValidHeaderIsReadAndWritten() throws {
        let text = "00-\(Self.trace)-\(Self.span)-01"
        let place = try #require(TraceParent(text, state: "congo=t61rcWkgMzE"))
        #expect(place.traceID == Self.trace && place.spanID == Self.span && place.isSampled)
        #expect(place.text == text && place.state == "congo=t61rcWkgMzE")
        let child = place.child()
        #expect(child.traceID == place.traceID && child.spanID != place.spanID && child.state == place.state)
        #expect(TraceParent(child.text)?.spanID == child.spanID)
        #expect(TraceParent("00-\(Self.trace)-\(Self.span)-00")?.child().text.hasSuffix("-00") == true)
    }

    @Test func aTraceOfOurOwnIsValid() throws {
        for _ in 0..<100 {
            let place = TraceParent()
            #expect(TraceParent(place.text) == place)
        }
    }

    @Test func aLaterVersionIsReadAsFarAsItIsKnown() {
        #expect(TraceParent("cc-\(Self.trace)-\(Self.span)-01-more")?.traceID == Self.trace)
        #expect(TraceParent("00-\(Self.trace)-\(Self.span)-01-more") == nil)
    }

    @Test(
        arguments: [
            "", "00", "ff-\(trace)-\(span)-01", "00-\(trace)-\(span)", "00-\(trace)-\(span)-1",
            "00-\(String(repeating: "0", count: 32))-\(span)-01",
            "00-\(trace)-\(String(repeating: "0", count: 16))-01", "00-\(trace.uppercased())-\(span)-01",
            "00-\(trace)-\(span)-01, 00-\(trace)-\(span)-01", "00-\(trace)x-\(span)-01",
            "0\u{0}-\(trace)-\(span)-01", "00-\(trace)-\(span)-0é",
            "cc-\(trace)-\(span)-01-\(String(repeating: "x", count: 100_000))",
        ])
    func anythingElseIsRefused(text: String) {
        #expect(TraceParent(text) == nil)
    }

    @Test(arguments: ["", String(repeating: "a", count: 513), "a=\n", "a=é"])
    func anOddStateIsLeftOut(state: String) throws {
        let place = try #require(TraceParent("00-\(Self.trace)-\(Self.span)-01", state: state))
        #expect(place.state == nil)
    }
}
