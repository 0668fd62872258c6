# Molt's build.
#
#   make                 build/molt                       make lib-FOLDER   one folder of src/ alone
#   make deps            install what is missing (deps.txt), unattended
#   make test            deps, build, all tests           make unit         C unit tests alone
#   make demo            deps, build, the demonstration   make check-includes
#   make install PREFIX=/usr/local                        make clean
#
#   BUILD=dir            another build directory          SAN=address|undefined|thread   in build-$(SAN)
#
# A plain build never installs anything. Flags come from deps.txt through tools/deps.sh, into $(BUILD)/config.mk.

# From the ground up: a folder includes only folders in front of it (checked by check-includes). Tests of src/X link what stands in
# this list up to X.
FOLDERS := base source syntax typer hir mir abi codegen runtime live watch driver ui cli

SAN ?=
BUILD ?= $(if $(SAN),build-$(SAN),build)
PREFIX ?= /usr/local
ifeq ($(origin CC),default)
CC := gcc
endif
OPTIMISE ?= $(if $(SAN),-O1,-O2)

SANITISE := $(if $(SAN),-fsanitize=$(SAN))
ifeq ($(SAN),undefined)
SANITISE += -fno-sanitize-recover=undefined
endif
WARNINGS := -Wall -Wextra -Werror
# Stacks are walked by frame pointers, through whatever of ours stands on them.
ALL_CFLAGS = -std=gnu11 $(WARNINGS) $(OPTIMISE) -g -fno-omit-frame-pointer $(SANITISE) -D_GNU_SOURCE -Iinclude $(DEP_CFLAGS) $(CFLAGS)
LINK = $(CC) $(SANITISE) -g $(LDFLAGS)
SYSTEM_LIBS := -lpthread -ldl -lm

# Goals that work without the packages, or fetch them first.
FREE_GOALS := deps test demo clean check-includes
GOALS := $(or $(MAKECMDGOALS),all)
ifneq ($(filter-out $(FREE_GOALS),$(GOALS)),)
include $(BUILD)/config.mk
endif

# As many jobs as processors, unless the command line says otherwise (it wins) or `clean` is among the goals, whose order counts then.
# Inner calls take part in the outer one's jobs.
ifeq ($(MAKELEVEL)$(filter clean,$(GOALS)),0)
MAKEFLAGS += -j$(shell nproc)
endif

all:

$(BUILD)/config.mk: deps.txt tools/deps.sh
	@tools/deps.sh check build
	@mkdir -p $(BUILD)
	@tools/deps.sh config > $@.new && mv $@.new $@

# ---- Compiling ------------------------------------------------------------------------------------------------------------------

archive = $(BUILD)/$(1).a
objects = $(patsubst src/%,$(BUILD)/obj/%.o,$(sort $(wildcard src/$(1)/*.c src/$(1)/*.S)))
ALL_OBJECTS := $(foreach folder,$(FOLDERS),$(call objects,$(folder)))

$(BUILD)/obj/%.c.o: src/%.c $(BUILD)/config.mk
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

$(BUILD)/obj/%.S.o: src/%.S $(BUILD)/config.mk
	@mkdir -p $(@D)
	@echo "  AS $<"
	@$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

# One archive a folder. The list of members is a file that changes only when the members do, so that a deleted source leaves the
# archive as well. A folder that is still empty gives an empty archive.
define folder_rules
$(call archive,$(1)): $(call objects,$(1)) $(BUILD)/obj/$(1).list
	@rm -f $$@
	@ar rcs $$@ $(call objects,$(1))

$(BUILD)/obj/$(1).list: FORCE
	@mkdir -p $(BUILD)/obj
	@echo '$(call objects,$(1))' | cmp -s - $$@ || echo '$(call objects,$(1))' > $$@

.PHONY: lib-$(1)
lib-$(1): $(call archive,$(1))
endef
$(foreach folder,$(FOLDERS),$(eval $(call folder_rules,$(folder))))

reverse = $(if $(1),$(call reverse,$(wordlist 2,$(words $(1)),$(1))) $(firstword $(1)))
ALL_ARCHIVES := $(foreach folder,$(call reverse,$(FOLDERS)),$(call archive,$(folder)))

# Whole archives: generated code finds runtime functions by their table, which no linker can see.
$(BUILD)/molt: $(ALL_ARCHIVES)
	@echo "  LD $@"
	@$(LINK) -o $@ -Wl,--whole-archive $(ALL_ARCHIVES) -Wl,--no-whole-archive $(if $(SAN),$(DEP_LIBS),$(MOLT_LIBS)) $(SYSTEM_LIBS)

all: $(ALL_ARCHIVES) $(if $(wildcard src/cli/main.c),$(BUILD)/molt)

# ---- Unit tests -----------------------------------------------------------------------------------------------------------------

# tests/unit/FOLDER_subject.c is a program that links the archives up to FOLDER. ONLY=FOLDER or more of a name builds and runs those
# alone, so that a folder can be tested while others do not compile.
ONLY ?=
UNIT_TESTS := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(sort $(wildcard tests/unit/$(ONLY)*.c)))
folder_of = $(firstword $(subst _, ,$(1)))
up_to = $(if $(filter $(1),$(firstword $(2))),$(1),$(firstword $(2)) $(call up_to,$(1),$(wordlist 2,$(words $(2)),$(2))))
unit_folders = $(if $(filter $(1),$(FOLDERS)),$(call up_to,$(1),$(FOLDERS)),\
    $(error tests/unit: "$(1)_….c" does not begin with a folder of src/))
unit_archives = $(foreach folder,$(call reverse,$(call unit_folders,$(call folder_of,$(1)))),$(call archive,$(folder)))

define unit_rules
$(BUILD)/unit/$(1): tests/unit/$(1).c $(call unit_archives,$(1)) $(BUILD)/config.mk
	@mkdir -p $$(@D)
	@echo "  CC $$<"
	@$$(LINK) $$(ALL_CFLAGS) $$(TEST_CFLAGS) -MMD -MP -MF $$@.d -o $$@ $$< \
	    -Wl,--start-group $(call unit_archives,$(1)) -Wl,--end-group \
	    -Wl,--as-needed $$(TEST_LIBS) $$(DEP_LIBS) $$(SYSTEM_LIBS)
endef
$(foreach test,$(UNIT_TESTS),$(eval $(call unit_rules,$(notdir $(test)))))

# tests/tools/FOLDER_subject.c are programs that runners of test families call; they are linked in the same way.
TEST_TOOLS := $(patsubst tests/tools/%.c,$(BUILD)/tools/%,$(sort $(wildcard tests/tools/$(ONLY)*.c)))
define tool_rules
$(BUILD)/tools/$(1): tests/tools/$(1).c $(call unit_archives,$(1)) $(BUILD)/config.mk
	@mkdir -p $$(@D)
	@echo "  CC $$<"
	@$$(LINK) $$(ALL_CFLAGS) -MMD -MP -MF $$@.d -o $$@ $$< \
	    -Wl,--start-group $(call unit_archives,$(1)) -Wl,--end-group \
	    -Wl,--as-needed $$(DEP_LIBS) $$(SYSTEM_LIBS)
endef
$(foreach tool,$(TEST_TOOLS),$(eval $(call tool_rules,$(notdir $(tool)))))

.PHONY: unit-programs unit test-tools
test-tools: $(TEST_TOOLS)
unit-programs: $(UNIT_TESTS) $(TEST_TOOLS)
unit: unit-programs
	@BUILD=$(abspath $(BUILD)) tests/unit/run $(ONLY)

# ---- Everything else ------------------------------------------------------------------------------------------------------------

.PHONY: all deps test demo check-includes install clean FORCE
FORCE:

deps:
	@tools/deps.sh install

# Steps that must come one after the other, each with the flags as they are by then.
RUN_ENVIRONMENT = BUILD=$(abspath $(BUILD)) MOLT=$(abspath $(BUILD))/molt CC="$(CC)" SAN=$(SAN)
test:
	@$(MAKE) --no-print-directory deps
	@$(MAKE) --no-print-directory all unit-programs || { echo "0 passed, 1 failed"; exit 1; }
	@$(RUN_ENVIRONMENT) tests/run_all.py

demo:
	@$(MAKE) --no-print-directory deps
	@$(MAKE) --no-print-directory all
	@$(RUN_ENVIRONMENT) examples/demo.sh

check-includes:
	@tests/includes/run

# std/ is sought from the real path of the executable, share/molt/std beside bin/ among the places.
install: all
	install -D -m 755 $(BUILD)/molt $(DESTDIR)$(PREFIX)/bin/molt
	rm -rf $(DESTDIR)$(PREFIX)/share/molt/std
	mkdir -p $(DESTDIR)$(PREFIX)/share/molt
	cp -R std $(DESTDIR)$(PREFIX)/share/molt/std

clean:
	rm -rf $(BUILD)

-include $(ALL_OBJECTS:.o=.d) $(UNIT_TESTS:=.d) $(TEST_TOOLS:=.d)
