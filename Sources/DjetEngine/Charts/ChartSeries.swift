/// A series of a chart: a value for each span of time.
struct ChartSeries: Codable, Sendable {
    /// The name, in a word or two.
    var label: String
    /// The look: 1, 2 (trouble) or 3.
    var look: Int
    /// The value of each span; nil where there is none.
    var values: [Double?]
}
