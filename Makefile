# What sam build calls, once a function: make build-<LogicalId>. They all get the same zip, which
# Maven builds once. With build_in_source = true (samconfig.toml) make runs here and not in copies.
ZIP := functions/target/function.zip
# Folders too, so that a file that is gone is noticed.
SOURCES := $(shell find pom.xml src functions -name target -prune -o -print)

$(ZIP): $(SOURCES)
	mvn -B -q -pl functions -am package -Dmaven.test.skip=true
	touch $@

build-%: $(ZIP)
	unzip -q -o $(ZIP) -d "$(ARTIFACTS_DIR)"

zip: $(ZIP)

# Puts the Mermaid drawings of the state machines, made from statemachine/, into the README.
drawings:
	mvn -B -q -pl stack -am test -Dtest=DrawingsTest -Dsurefire.failIfNoSpecifiedTests=false -Dtributary.renew=true

.PHONY: zip drawings
