"""What a course is made of, and how it collects what comes back.

    main.mjs               npm run course -- DIR
    make.mjs, made.mjs     makes a course, and brings one up to date
    own.mjs                an assignment of the teacher's own, to begin with
    nbgrader_config.py     a course's settings
    README.md              a course's guide for its teacher
    handout.py             the project as learners get it
    check_assignment.py    what a teacher has forgotten, before an assignment is handed out
    downloads.py           whose a downloaded notebook is
"""
