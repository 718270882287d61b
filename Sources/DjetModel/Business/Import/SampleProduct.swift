/// A product of the sample orders' imaginary shop; 3,840 of them, each with its own code, name and price.
struct SampleProduct: Sendable {
    /// The number of products.
    static let count = sizes.count * materials.count * things.count

    private static let sizes = ["Small", "Large", "Tall", "Round", "Folding", "Striped", "Plain", "Set of 4"]
    private static let materials = [
        "Oak", "Birch", "Linen", "Wool", "Copper", "Brass", "Glass", "Clay", "Felt", "Wicker", "Slate",
        "Enamel",
    ]
    private static let things = [
        "Bowl", "Lamp", "Basket", "Tray", "Candlestick", "Cushion", "Rug", "Vase", "Jug", "Mug", "Board",
        "Box",
        "Frame", "Mirror", "Clock", "Stool", "Shelf", "Hook, pair", "Napkin", "Apron", "Kettle", "Spoon",
        "Plate",
        "Bell", "Kite", "Puzzle", "Doorstop 5\" wide", "Planter", "Watering Can", "Bird House",
        "Doll's House",
        "Garland", "Lantern", "Trivet", "Coaster", "Bookend", "Pencil Case", "Money Box", "Blanket", "Teapot",
    ]

    /// The code: five digits, sometimes a letter.
    let code: String

    /// The name, ready for CSV: quoted where it must be.
    let name: String

    /// The price of one in hundredths.
    let price: Int

    init(_ number: Int) {
        let material = number / Self.sizes.count % Self.materials.count
        let thing = number / (Self.sizes.count * Self.materials.count) % Self.things.count
        let size = number % Self.sizes.count
        code = String(10_000 + number) + (number % 5 == 0 ? "A" : "")
        var csv = CSVWriter()
        csv.field("\(Self.sizes[size]) \(Self.materials[material]) \(Self.things[thing])")
        name = String(decoding: csv.take(), as: UTF8.self)
        price = 45 + (number * 7_919) % 1_500 + (thing % 7) * 90
    }
}
