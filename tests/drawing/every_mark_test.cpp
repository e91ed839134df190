// Every mark there is, on one map: each is drawn, each is in the legend, and one can look at them all.
#include <fstream>
#include <set>

#include "drawing_support.hpp"

using namespace kreds;
using namespace kreds::layout;
using drawing::Scene;

namespace {

MapContent every_mark() {
  MapContent content = testing::random_content(3, 0);
  const auto person = [&](const std::string& name, const std::string& role, std::size_t sector, int ring, Shape shape) {
    PersonMark mark;
    mark.id = "p" + std::to_string(content.people.size());
    mark.name = name;
    mark.role = role;
    mark.sector = sector;
    mark.ring = ring;
    mark.shape = shape;
    content.people.push_back(mark);
    return content.people.size() - 1;
  };
  const auto karen = person("Karen", "mormor", 0, 2, Shape::circle),
             ole = person("Ole", "mormors mand", 0, 2, Shape::square),
             anna = person("Anna", "mor", 0, 1, Shape::circle), dennis = person("Dennis", "far", 0, 4, Shape::square),
             line = person("Line", "moster", 0, 3, Shape::circle),
             peter = person("Peter", "farbror", 0, 4, Shape::square),
             mette = person("Mette", "plejemor", 1, 3, Shape::circle),
             noah = person("Noah", "plejebror", 1, 3, Shape::square), kim = person("Kim", "ven", 1, 2, Shape::diamond),
             dog = person("Bølle", "hund", 1, 1, Shape::star), dead = person("Kurt", "morfar", 0, 3, Shape::square),
             unknown = person("navn ukendt", "nabo", 1, 5, Shape::diamond),
             baby = person("Barn på vej", "papfars barn", 0, 5, Shape::diamond),
             away = person("Sara", "klasselærer", 2, 3, Shape::circle),
             hidden = person("Zoe", "rådgiver", 3, 4, Shape::circle),
             far = person("Emil", "skoleven", 2, 2, Shape::square), tom = person("Tom", "træner", 2, 4, Shape::square),
             eva = person("Eva", "psykolog", 3, 2, Shape::circle);
  content.people[dead].dead = true;
  content.people[unknown].unknown = true;
  content.people[baby].expected = true;
  content.people[away].not_asked = true;
  content.people[hidden].restricted = true;
  content.people[tom].ring = std::nullopt;
  content.lines = {{karen, kim, LineKind::strong, 0.9},
                   {peter, mette, LineKind::weak, 0.3},
                   {far, away, LineKind::normal, 0.5},
                   {line, dennis, LineKind::conflict, 0.5},
                   {eva, hidden, LineKind::broken, 0.2},
                   {karen, anna, LineKind::parent, 0.5},
                   {mette, noah, LineKind::foster_parent, 0.5},
                   {dead, line, LineKind::partners, 0.5},
                   {anna, dennis, LineKind::former_partners, 0.5},
                   {dennis, peter, LineKind::siblings, 0.5}};
  content.households = {{"h1", "", {karen, ole}, false, false, {}},
                        {"h2", "", {mette, noah}, false, true, {}},
                        {"h3", "", {far, eva}, false, true, {}},
                        {"h4", "", {anna, dog}, true, false, {}},
                        {"h5", "", {kim, tom}, false, false, {}}};
  return content;
}

Scene drawn(const std::string& style, const Sheet& sheet) {
  static const labels::Labels words = labels::load_labels(KREDS_ROOT "/data/labels", "da");
  const auto width = [](const std::string& text, Face face, double size) {
    return testing::typesetter().width(text, face, size);
  };
  const MapContent content = every_mark();
  return drawing::draw(content, lay_out(content, sheet, width, words),
                       drawing::load_style(KREDS_ROOT "/viz/style", style), testing::typesetter());
}

}  // namespace

TEST_CASE("the legend has every mark that occurs and each has a sample of its own", "[drawing][marks]") {
  static const labels::Labels words = labels::load_labels(KREDS_ROOT "/data/labels", "da");
  const MapContent content = every_mark();
  std::set<LegendMark> marks;
  for (const auto& entry : legend(content, true, true, words)) marks.insert(entry.mark);
  for (int mark = static_cast<int>(LegendMark::child); mark <= static_cast<int>(LegendMark::candidate); ++mark) {
    CAPTURE(mark);
    CHECK(marks.contains(static_cast<LegendMark>(mark)));
  }
}

TEST_CASE("nothing of a symbol reaches beyond what the layout kept free for it", "[drawing][marks]") {
  const MapContent content = every_mark();
  static const labels::Labels words = labels::load_labels(KREDS_ROOT "/data/labels", "da");
  const auto width = [](const std::string& text, Face face, double size) {
    return testing::typesetter().width(text, face, size);
  };
  const MapLayout laid_out = lay_out(content, projector_sheet(), width, words);
  const Scene scene = drawing::draw(content, laid_out, drawing::load_style(KREDS_ROOT "/viz/style", "projector"),
                                    testing::typesetter());
  for (std::size_t i = 0; i < laid_out.people.size(); ++i)
    for (const auto& symbol : scene.symbols)
      if (symbol.centre == laid_out.people[i].symbol) {
        CAPTURE(content.people[i].name);
        const double beyond = symbol.fill.empty() ? symbol.stroke.width_pt / 2 : 0;
        CHECK(symbol.radius + beyond <= laid_out.people[i].radius + 1e-9);
      }
}

TEST_CASE("every mark at once in every style to look at", "[.look]") {
  for (const auto& entry : std::filesystem::directory_iterator(KREDS_ROOT "/viz/style")) {
    if (entry.path().extension() != ".json") continue;
    const std::string style = entry.path().stem().string();
    const bool wall = style.starts_with("projector");
    std::ofstream("every-mark-" + style + ".png", std::ios::binary) << drawing::render(
        drawn(style, wall ? projector_sheet() : a4_sheet(false)), drawing::Format::png, wall ? 96 : 150);
  }
}
