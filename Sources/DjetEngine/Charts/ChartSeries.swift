/// What a chart shows over time: a value for each span of it.
struct ChartSeries: Codable, Sendable {
    /// What it is, in a word or two.
    var label: String
    /// Its look: 1, 2 (trouble) or 3.
    var look: Int
    /// A value for each span; nil where there is none.
    var values: [Double?]
}
