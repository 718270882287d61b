import Testing

@testable import DjetEngine

@Suite struct SVGElementTests {
    @Test func whatStandsInItStaysWhatItIs() {
        let element = SVGElement("text", ["x": #"1" onload="alert(1)"#], text: "</svg><script>&'")
        #expect(
            element.written
                == #"<text x="1&quot; onload=&quot;alert(1)">&lt;/svg&gt;&lt;script&gt;&amp;&#39;</text>"#)
    }

    @Test func coordinatesAreShort() {
        #expect(SVGElement.number(1.0 / 3) == "0.3")
        #expect(SVGElement.number(12) == "12")
        #expect(SVGElement.number(-0.04) == "0")
        #expect(SVGElement.number(.nan) == "0")
        #expect(SVGElement.number(1e12) == "1000000")
    }
}
